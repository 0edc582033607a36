"""The order in which problems are taught."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush

from drill.bank.schema import Summary

_RANK = {"easy": 0, "medium": 1, "hard": 2}


def curriculum(summaries: Iterable[Summary], topics: Sequence[str] = ()) -> tuple[Summary, ...]:
    """By topic (those of `topics` in their order, then the others by name); within a topic prerequisites come
    first, then the easier, those that other problems build on, the shorter, the earlier name. Unknown
    prerequisites are ignored."""
    summaries = tuple(summaries)
    built_on = {prerequisite for summary in summaries for prerequisite in summary.prerequisites}
    by_topic: dict[str, list[Summary]] = {}
    for summary in summaries:
        by_topic.setdefault(summary.topic, []).append(summary)
    place = {topic: index for index, topic in enumerate(dict.fromkeys(topics))}
    ordered: list[Summary] = []
    for topic in sorted(by_topic, key=lambda name: (place.get(name, len(place)), name)):
        ordered += _within_topic(by_topic[topic], built_on)
    return tuple(ordered)


def _within_topic(summaries: list[Summary], built_on: set[str]) -> list[Summary]:
    """Kahn's algorithm: of all that is ready, the easiest comes next."""

    def key(summary: Summary) -> tuple[int, bool, int, str]:
        return _RANK[summary.difficulty], summary.id not in built_on, summary.minutes, summary.id

    by_id = {summary.id: summary for summary in summaries}
    waits_for = {s.id: {p for p in s.prerequisites if p in by_id} for s in summaries}
    needed_by: dict[str, list[str]] = {}
    for problem, prerequisites in waits_for.items():
        for prerequisite in prerequisites:
            needed_by.setdefault(prerequisite, []).append(problem)
    ready = [key(by_id[problem]) for problem, prerequisites in waits_for.items() if not prerequisites]
    heapify(ready)
    ordered: list[Summary] = []
    while ready:
        problem = heappop(ready)[-1]
        ordered.append(by_id.pop(problem))
        for dependent in needed_by.get(problem, ()):
            waits_for[dependent].discard(problem)
            if not waits_for[dependent]:
                heappush(ready, key(by_id[dependent]))
    return ordered + sorted(by_id.values(), key=key)  # what is left waits for itself in a circle
