"""Which problems a mock interview asks: a warm-up and one or two real ones that fit the time.

Pure but for `candidates`, which reads what the learner knows. A problem's chance grows with what is due,
forgotten or slipped on, in it and in its topic; the seed decides, so a draw can be repeated.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, combinations
from random import Random
from typing import NamedTuple

from drill.bank.schema import Summary
from drill.bank.tracks import Track
from drill.practice.desk import Desk
from drill.practice.mocks import Drawn
from drill.practice.rows import ProblemRow
from drill.schedule.memory import recall
from drill.schedule.queue import New, ready
from drill.store.event import to_micros

ENOUGH = 0.75  # of what the problems there are could fill of the time
HALF = 0.5  # of the time, filled by problems that nothing holds back
WARM_UP = 1 / 3  # of the time at most, but ten minutes in any case
_UNKNOWN = 0.5  # how much a problem never practised counts as forgotten
_REAL = {"easy": 0.2, "medium": 1.0, "hard": 1.0}  # how likely each level is for a real one


class Candidate(NamedTuple):
    """`need`: how much the learner needs it. `held_back`: it builds on problems never finished."""

    problem: str
    topic: str
    difficulty: str
    minutes: float
    known: bool
    need: float
    held_back: bool


def draw(candidates: Sequence[Candidate], minutes: float, rng: Random) -> tuple[Drawn, ...]:
    """The problems in the order to serve them; empty when none fits. What is held back comes in only where
    the others leave half of the time empty."""
    luck = {each.problem: rng.random() for each in candidates}
    free = _fitting([each for each in candidates if not each.held_back], minutes, luck)
    if _sum(free) >= HALF * minutes:
        return free
    return max(free, _fitting(candidates, minutes, luck), key=_sum)


def _sum(drawn: Sequence[Drawn]) -> float:
    return sum(each.minutes for each in drawn)


def _fitting(candidates: Sequence[Candidate], minutes: float, luck: dict[str, float]) -> tuple[Drawn, ...]:
    """A warm-up with real ones; without a warm-up where that leaves no room for any."""
    short = max(10.0, WARM_UP * minutes)
    easy = [each for each in candidates if each.known or each.difficulty == "easy"]
    first = next((each for each in _order(easy, luck, {}) if each.minutes <= short), None)
    rest = [each for each in candidates if each is not first]
    real = _real(_order(rest, luck, _REAL), minutes - (first.minutes if first else 0), first)
    if first is None or not real:
        return tuple(_drawn(each) for each in _real(_order(candidates, luck, _REAL), minutes, None))
    return _drawn(first, warm_up=True), *map(_drawn, real)


def _order(
    candidates: Sequence[Candidate], luck: dict[str, float], levels: dict[str, float]
) -> list[Candidate]:
    """A draw without replacement, the chances as the needs (Efraimidis and Spirakis 2006)."""

    def key(each: Candidate) -> float:
        chance = each.need * levels.get(each.difficulty, 1.0)
        return float(luck[each.problem] ** (1 / chance))

    return sorted(candidates, key=key, reverse=True)


def _real(order: Sequence[Candidate], room: float, warm_up: Candidate | None) -> list[Candidate]:
    """One or two: the first in the order drawn that fill the room nearly as well as any do. The shorter one
    comes first. Topics differ where that is possible."""
    singles = [each.minutes for each in order if each.minutes <= room]
    pairs = (one.minutes + two.minutes for one, two in combinations(order, 2))
    fullest = max((*singles, *(total for total in pairs if total <= room)), default=0.0)
    for first in order:
        for choice in chain(_pairs(first, order, warm_up), [(first,)]):
            if ENOUGH * fullest <= sum(each.minutes for each in choice) <= room:
                return sorted(choice, key=lambda each: each.minutes)
    return []


def _pairs(
    first: Candidate, order: Sequence[Candidate], warm_up: Candidate | None
) -> Iterator[tuple[Candidate, Candidate]]:
    topics = {first.topic, warm_up.topic if warm_up else ""}
    others = [each for each in order if each is not first]
    return ((first, second) for second in sorted(others, key=lambda each: each.topic in topics))


def _drawn(candidate: Candidate, warm_up: bool = False) -> Drawn:
    return Drawn(candidate.problem, candidate.minutes, warm_up)


# -- what there is to draw from -----------------------------------------------------------------------------


def candidates(desk: Desk, track: Track | None) -> list[Candidate]:
    """The track's problems, or all whose topic is on, but for those that are open or were seen today."""
    rows = desk.problem_rows()
    off = set(desk.settings.topics_off)
    on = [s for s in desk.bank.summaries() if s.topic not in off]
    slips = dict(desk.log.rows("SELECT problem, count(*) FROM slips WHERE clean < 2 GROUP BY problem"))
    held_back = _held_back(on, rows)
    weak = _weak_topics(desk, on, rows, slips)
    seen = _seen(desk)
    return [
        Candidate(
            problem=s.id,
            topic=s.topic,
            difficulty=s.difficulty,
            minutes=s.minutes,
            known=s.id in rows and rows[s.id].card is not None,
            need=weight * (1 + _need(desk, rows.get(s.id), slips.get(s.id, 0)) + 2 * weak.get(s.topic, 0.0)),
            held_back=s.id in held_back,
        )
        for s in on
        if s.id not in seen and (weight := track.weight(s) if track else 1.0) > 0
    ]


def _need(desk: Desk, row: ProblemRow | None, slips: int) -> float:
    """From 0 (known well) to 7 (due, forgotten, slipped on more than once)."""
    due = row is not None and desk.is_due(row)
    return 3 * due + 2 * _forgotten(desk, row) + min(slips, 2)


def _forgotten(desk: Desk, row: ProblemRow | None) -> float:
    card = row.card if row else None
    return 1 - recall(card.stability, desk.today - card.last_day, card.decay) if card else _UNKNOWN


def _weak_topics(
    desk: Desk, on: Sequence[Summary], rows: dict[str, ProblemRow], slips: dict[str, int]
) -> dict[str, float]:
    """How weak a topic is, 0 to 1: the mean over its known problems, those due or slipped on being weak."""
    of_topic: dict[str, list[float]] = {}
    for s in on:
        row = rows.get(s.id)
        if row is not None and row.card is not None:
            weak = 1.0 if desk.is_due(row) or slips.get(s.id) else _forgotten(desk, row)
            of_topic.setdefault(s.topic, []).append(weak)
    return {topic: sum(weak) / len(weak) for topic, weak in of_topic.items()}


def _held_back(on: Sequence[Summary], rows: dict[str, ProblemRow]) -> set[str]:
    unfinished = [s for s in on if s.id not in rows or rows[s.id].card is None]
    free = ready([New(s.id, s.topic, s.difficulty, s.prerequisites) for s in unfinished])
    return {s.id for s in unfinished} - {each.problem for each in free}


def _seen(desk: Desk) -> set[str]:
    """Open, or met in any way today."""
    today = to_micros(desk.start_of(desk.today))
    sql = "SELECT DISTINCT problem FROM events WHERE ord >= ? AND at >= ? AND problem IS NOT NULL"
    met = {problem for (problem,) in desk.log.rows(sql, (today, today))}
    return met | {attempt.problem for attempt in desk.open_attempts()}
