"""The clock of a mock interview in a line, which every screen ends with while one is on."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from rich.text import Text

if TYPE_CHECKING:
    from drill.practice.scorecard import Standing

LAST_MINUTES = 5 * 60


def countdown(mock: Standing) -> Text:
    """`Mock interview: 31 min left, problem 2 of 3`; a minute that has begun counts."""
    return Text("Mock interview: ").append_text(_clock(mock, f"{ceil(mock.seconds_left / 60)} min left"))


def ticking(mock: Standing) -> Text:
    """The same to the second and shorter, for a heading that is drawn again and again."""
    minutes, seconds = divmod(ceil(mock.seconds_left), 60)
    return _clock(mock, f"{minutes}:{seconds:02} left")


def _clock(mock: Standing, left: str) -> Text:
    if mock.time_is_up:
        return Text("the time is up", "bad")
    if mock.over:
        return Text("all problems are solved", "good")
    style = "warn" if mock.seconds_left <= LAST_MINUTES else "name"
    return Text(f"{left}, problem {mock.number} of {len(mock.problems)}", style)
