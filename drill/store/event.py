"""One entry of the log."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date, datetime, timedelta, timezone
from typing import Any, NamedTuple

EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
EPOCH_DAY = EPOCH.toordinal()
LATEST = 7_000 * 366 * 86_400_000_000  # microseconds: due dates after it are dates still


class Event(NamedTuple):
    """What happened, when by the learner's clock, and where that clock stood.

    `id` is globally unique, so logs can be merged. `at` is UTC in microseconds since 1970. `offset` is the
    learner's offset from UTC at that moment in seconds: the local day of an entry never changes afterwards,
    wherever it is read. `ord` is the order in which entries count: `at`, except that it never falls back
    when the clock does. `data` is JSON. Kinds that this version does not know are kept and ignored.
    """

    id: str
    ord: int
    at: int
    offset: int
    kind: str
    problem: str | None
    attempt: str | None
    data: Mapping[str, Any]

    @property
    def day(self) -> int:
        """The local day, as `date.toordinal()` counts them."""
        return local_day(self.at, self.offset)

    @property
    def when(self) -> datetime:
        return from_micros(self.at)


def is_sound(event: Event) -> bool:
    """Whether an event from outside (an import, a damaged file) has the right types and a possible time."""
    texts = (event.id, event.kind, event.problem or "", event.attempt or "")
    numbers = (event.ord, event.at, event.offset)
    return (
        all(isinstance(text, str) for text in texts)
        and all(type(number) is int for number in numbers)
        and 0 <= event.at < LATEST
        and 0 <= event.ord < 1 << 62
        and abs(event.offset) <= 86_400
        and isinstance(event.data, dict)
    )


def local_day(at: int, offset: int) -> int:
    return (at // 1_000_000 + offset) // 86_400 + EPOCH_DAY


def to_micros(moment: datetime) -> int:
    """Microseconds since 1970. Naive datetimes are refused."""
    if moment.tzinfo is None:
        raise ValueError("naive datetime: pass an aware one")
    return (moment - EPOCH) // timedelta(microseconds=1)


def from_micros(at: int) -> datetime:
    return EPOCH + timedelta(microseconds=at)


def from_day(day: int) -> date:
    return date.fromordinal(day)


def fresh_id() -> str:
    """Sixteen hexadecimal digits from the system's generator."""
    return os.urandom(8).hex()
