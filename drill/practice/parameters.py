"""The memory parameters that the learner's log has adopted: the last `parameters` event, an event without a
problem.

    parameters   parameters [21 numbers] or null for FSRS's defaults, until, reviews, loss{...}

`until` is the order of the last rating that they were fitted to: what comes after it is unseen. Adopting
folds every rating anew, so cards, due dates and predictions all follow one model.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

from drill.schedule.memory import HIGHEST, LOWEST

ADOPTED = "parameters"
LAST = """SELECT data FROM events WHERE problem IS NULL AND kind = 'parameters'
    ORDER BY ord DESC, id DESC LIMIT 1"""


class Adopted(NamedTuple):
    parameters: tuple[float, ...]
    until: int


def adopted(row: Sequence[Any] | None) -> Adopted | None:
    """What the row of `LAST` says; None for FSRS's defaults, also for an event that makes no sense."""
    data = json.loads(row[0]) if row else {}
    values = data.get("parameters")
    if not isinstance(values, list) or not are_sound(values):
        return None
    until = data.get("until")
    return Adopted(tuple(map(float, values)), until if isinstance(until, int) else 0)


def are_sound(values: Sequence[Any]) -> bool:
    """Whether these are 21 numbers within FSRS-6's bounds."""
    numbers = all(type(value) in (int, float) for value in values)
    return (
        numbers
        and len(values) == len(LOWEST)
        and all(low <= value <= high for low, value, high in zip(LOWEST, values, HIGHEST, strict=True))
    )
