"""The section on mock interviews."""

from __future__ import annotations

from datetime import tzinfo
from typing import NamedTuple

from drill.cli.pages.measured import Bar
from drill.cli.pages.words import long, percent, short
from drill.cli.render.times import count, local_day
from drill.practice.overview import Overview
from drill.practice.scorecard import Scorecard

_MOST, _MOST_NOTICED = 8, 6
_GOOD = 0.75  # a score that the scorecard calls good


class Mocks(NamedTuple):
    """`noticed` is of the latest, by problem."""

    lead: str
    bars: tuple[Bar, ...]
    noticed: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, ...], ...]


def mocks(facts: Overview, zone: tzinfo | None) -> Mocks | None:
    if not facts.mocks:
        return None
    shown, last = facts.mocks[-_MOST:], facts.mocks[-1]
    lead = "The score is the share of cases passed, weighted by the problems' targets: "
    lead += f"{percent(last.score)} last time"
    lead += f", {percent(facts.mocks[0].score)} the first time." if len(facts.mocks) > 1 else "."
    return Mocks(
        lead=lead,
        bars=tuple(_bar(card, zone) for card in shown),
        noticed=tuple((each.problem, each.says) for each in last.noticed[:_MOST_NOTICED]),
        rows=tuple(_row(card, zone) for card in facts.mocks),
    )


def _bar(card: Scorecard, zone: tzinfo | None) -> Bar:
    more = f"{card.minutes:g} minutes, {card.solved} of {count(len(card.problems), 'problem')} solved"
    if card.answered is not None:
        more += f", answers {percent(card.answered)}"
    when = short(local_day(card.started, zone))
    return Bar(when, 100 * card.score, percent(card.score), more, card.score >= _GOOD)


def _row(card: Scorecard, zone: tzinfo | None) -> tuple[str, ...]:
    return (
        long(local_day(card.started, zone)),
        f"{card.minutes:g} min",
        f"{card.solved}/{len(card.problems)}",
        percent(card.score),
        str(card.submissions),
        "" if card.answered is None else percent(card.answered),
    )
