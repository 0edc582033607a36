"""In which order problems come: pure functions over small records, for `next`.

What is due comes first, least likely to be remembered first, with topics interleaved; then new problems along
prerequisites, from the topic least begun, the easier first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

_RANK = {"easy": 0, "medium": 1, "hard": 2}


class Due(NamedTuple):
    """A problem that has come back; `recall` is the chance that it is remembered today."""

    problem: str
    topic: str
    recall: float


class New(NamedTuple):
    """A problem never finished. `prerequisites` may name problems that no bank has."""

    problem: str
    topic: str
    difficulty: str
    prerequisites: tuple[str, ...]


def interleave(due: Sequence[Due], last_topic: str | None) -> tuple[Due, ...]:
    """Least remembered first, but never two of a topic in a row while another topic is waiting.

    `last_topic` is that of the problem practised last today.
    """
    waiting = sorted(due, key=lambda d: (d.recall, d.problem))
    ordered: list[Due] = []
    while waiting:
        chosen = next((d for d in waiting if d.topic != last_topic), waiting[0])
        waiting.remove(chosen)
        ordered.append(chosen)
        last_topic = chosen.topic
    return tuple(ordered)


def ready(unfinished: Sequence[New]) -> tuple[New, ...]:
    """Those that nothing holds back. A prerequisite holds its dependents back while it is unfinished itself,
    so unknown ones and those of a topic that is off do not.
    """
    waiting = {n.problem for n in unfinished}
    free = tuple(n for n in unfinished if not waiting.intersection(n.prerequisites))
    return free or tuple(unfinished)  # a circle of prerequisites must not hide its problems


def introduce(new: Sequence[New], started_topics: Sequence[str]) -> tuple[New, ...]:
    """New problems in the order to serve them: the topic with the fewest started problems first (one name per
    started problem in `started_topics`), then the easier, then curriculum order.
    """
    started = Counter(started_topics)
    return tuple(sorted(new, key=lambda n: (started[n.topic], _RANK.get(n.difficulty, 1))))
