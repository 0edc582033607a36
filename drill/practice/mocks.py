"""Mock interviews as the log has them. Light: `next`, `hint` and the like look here every time.

A mock is a chain of events without a problem (so no derived table changes); all but the first name it:

    mock_started    minutes, track, seed, problems[{problem, minutes, warm_up}]    its id is the mock's
    mock_served     mock, problem                    from now on this problem is at hand
    mock_skipped    mock, problem                    put off within the mock
    mock_ended      mock, how                        the coding is over: solved, time or asked
    mock_answered   mock, problem, ask, answer       a question, and the answer in the learner's own words
    mock_judged     mock, problem, ask, rating       that answer beside the model answer: good, partly, missed
    mock_finished   mock                             no more questions

Runs and submissions are the attempts' own events. The clock is the wall's from `mock_started` on: neither a
crash nor a closed lid stops it, and what is submitted after the time does not count here.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Any, Literal, NamedTuple

from drill.errors import BadInput
from drill.practice.desk import Desk
from drill.store.event import Event

How = Literal["solved", "time", "asked"]
Judgement = Literal["good", "partly", "missed"]
JUDGEMENTS: tuple[Judgement, ...] = ("good", "partly", "missed")
LEAST_MINUTES, MOST_MINUTES = 15, 90
STARTED, SERVED, SKIPPED, ENDED = "mock_started", "mock_served", "mock_skipped", "mock_ended"
ANSWERED, JUDGED, FINISHED = "mock_answered", "mock_judged", "mock_finished"
_LATER = (SERVED, SKIPPED, ENDED, ANSWERED, JUDGED, FINISHED)
_LAST = """SELECT id FROM events WHERE problem IS NULL AND kind = 'mock_started'
    ORDER BY ord DESC, id DESC LIMIT 1"""


class Drawn(NamedTuple):
    """A problem of a mock; `minutes` is its target when it was drawn."""

    problem: str
    minutes: float
    warm_up: bool


class Mock(NamedTuple):
    """One mock: its first event read, and the later ones in order. `at` and `deadline` are microseconds."""

    id: str
    ord: int
    at: int
    minutes: float
    track: str
    drawn: tuple[Drawn, ...]
    events: tuple[Event, ...] = ()

    @property
    def deadline(self) -> int:
        return self.at + round(self.minutes * 60e6)

    @property
    def ended(self) -> Event | None:
        """The event that ended the coding."""
        return next((event for event in self.events if event.kind == ENDED), None)

    @property
    def finished(self) -> bool:
        return any(event.kind == FINISHED for event in self.events)

    @property
    def moves(self) -> tuple[Event, ...]:
        """What changed the problem at hand."""
        return tuple(event for event in self.events if event.kind in (SERVED, SKIPPED))


def last(desk: Desk) -> Mock | None:
    """The latest mock, as far as it went."""
    row = desk.log.row(_LAST)
    event = desk.log.event(row[0]) if row else None
    mock = _read(event) if event else None
    if mock is None:
        return None
    later = desk.log.events_of(None, *_LATER, since=mock.ord)
    return mock._replace(events=tuple(e for e in later if e.data.get("mock") == mock.id))


def coding(desk: Desk) -> Mock | None:
    """The latest mock while its coding has not been ended, though its time may be up."""
    mock = last(desk)
    return None if mock is None or mock.ended else mock


def refuse(desk: Desk, what: str) -> None:
    """Raises BadInput while a mock interview is on: `what` is what it has not."""
    if coding(desk) is not None:
        raise BadInput(f"A mock interview has {what}.", "To end it: drill interview --end")


def ended(desk: Desk) -> list[Mock]:
    """All whose coding has ended, oldest first."""
    later: dict[str, list[Event]] = {}
    starts = list[Event]()
    for event in desk.log.events_of(None, STARTED, *_LATER):
        if event.kind == STARTED:
            starts.append(event)
        else:
            later.setdefault(str(event.data.get("mock")), []).append(event)
    read = (mock._replace(events=tuple(later.get(mock.id, ()))) for mock in map(_read, starts) if mock)
    return [mock for mock in read if mock.ended]


def _read(event: Event) -> Mock | None:
    """None when the data make no sense (an edited import)."""
    with suppress(LookupError, TypeError, ValueError, AttributeError):
        data = event.data
        drawn, minutes = tuple(_drawn(each) for each in data["problems"]), float(data["minutes"])
        if drawn and 0 < minutes < MOST_MINUTES + 1:
            return Mock(event.id, event.ord, event.at, minutes, str(data.get("track") or ""), drawn)
    return None


def _drawn(data: Any) -> Drawn:
    minutes = float(data["minutes"])
    if not minutes > 0:
        raise ValueError("a target of no time")
    return Drawn(str(data["problem"]), minutes, bool(data["warm_up"]))
