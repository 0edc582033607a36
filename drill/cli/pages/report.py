"""The learner's report: every figure of `drill.practice.overview`, laid out to be understood at first look.

Each section is prepared by a function: words that say what there is to see, and numbers for the template to
draw. A section that has nothing to show yet is None, and the page says at its end when it will come.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import tzinfo
from typing import NamedTuple

from drill.cli.pages import measured, over_time
from drill.cli.pages.mocks import mocks
from drill.cli.pages.page import fill
from drill.cli.pages.words import long, percent, short
from drill.practice.overview import Overview

SECTIONS: dict[str, Callable[[Overview], object]] = {
    "trend": over_time.trend,
    "calendar": over_time.days,
    "ahead": over_time.ahead,
    "topics": measured.topics,
    "pace": measured.pace,
    "slips": measured.slips,
    "calibration": measured.calibration,
}
TO_COME = {
    "trend": "Readiness: how much of all problems you would recall, after the first one you finish.",
    "calendar": "Days of practice: a calendar of your submissions.",
    "ahead": "The next four weeks: when problems come back.",
    "topics": "Retention by topic: what you would recall today.",
    "pace": "Time against target: how long you take, after the first problem you solve.",
    "slips": "Slips: the mistakes that drill could name, and how they fade.",
    "calibration": "How well drill foretells you, when ten reviews can be measured.",
    "mocks": "Mock interviews: their scores, after drill interview.",
}


def report(facts: Overview, zone: tzinfo | None) -> str:
    """The whole page."""
    sections = {name: make(facts) for name, make in SECTIONS.items()}
    sections["mocks"] = mocks(facts, zone)
    return fill(
        "report.html",
        **sections,
        today=f"{facts.stats.today:%A} {long(facts.stats.today)}",
        tiles=tuple(_tiles(facts)),
        empty=not facts.stats.submissions,
        to_come=[says for name, says in TO_COME.items() if sections[name] is None],
    )


class Tile(NamedTuple):
    name: str
    value: str
    more: str = ""


def _tiles(facts: Overview) -> Iterator[Tile]:
    stats = facts.stats
    yield Tile("due today", f"{stats.due:,}")
    yield Tile("solved", f"{stats.solved.part:,}", f"of {stats.solved.whole:,} problems")
    if stats.retention.value is not None:
        yield Tile("reviews passed", percent(stats.retention.value), f"of {stats.retention.whole:,}")
    if stats.streak:
        yield Tile("days in a row", f"{stats.streak:,}")
    if facts.plan:
        ready = percent(facts.plan.readiness.plan)
        yield Tile("expected recall", ready, f"on {short(facts.plan.by)}, with the plan")
