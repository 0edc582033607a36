"""Smaller versions of a case, for `drill why`: the smallest input that still fails says most."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

SMALL = 2  # what every size is tried at first: 1 is a special case more often than the plainest one


def smallest(
    args: Mapping[str, Any], fails: Callable[[dict[str, Any]], bool], tries: int = 40
) -> dict[str, Any]:
    """The smallest arguments found for which `fails`, which is asked at most `tries` times.

    `fails` must be False for arguments that the case's generator or reference refuses.
    """
    best = dict(args)
    seen: list[dict[str, Any]] = [best]
    while True:
        for candidate in shrink_candidates(best):
            if candidate in seen:
                continue
            if len(seen) > tries:
                return best
            seen.append(candidate)
            if fails(candidate):
                best = candidate
                break
        else:
            return best


def shrink_candidates(args: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Arguments with smaller integers, the boldest cut first: all sizes at once, then one at a time.

    Integers alone and in lists count as sizes when they are above 1; everything else stays as it is. Each
    candidate is smaller than `args`, so taking one and starting again comes to an end.
    """
    places = list(_places(args))
    every = dict(args)
    for place in places:
        every = _replaced(every, place, min(SMALL, _value(args, place)))
    if every != args:
        yield every
    for place in sorted(places, key=lambda place: -_value(args, place)):
        value = _value(args, place)
        for smaller in dict.fromkeys((SMALL, 1, value // 2, value - 1)):
            if smaller < value:
                yield _replaced(args, place, smaller)


Place = tuple[str, int]  # an argument, and the index within it (-1: the argument itself)


def _places(args: Mapping[str, Any]) -> Iterator[Place]:
    for name, value in args.items():
        if _is_size(value):
            yield name, -1
        elif isinstance(value, (list, tuple)):
            yield from ((name, i) for i, item in enumerate(value) if _is_size(item))


def _is_size(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value > 1


def _value(args: Mapping[str, Any], place: Place) -> int:
    name, i = place
    value: int | Sequence[int] = args[name]
    return value if isinstance(value, int) else value[i]


def _replaced(args: Mapping[str, Any], place: Place, smaller: int) -> dict[str, Any]:
    name, i = place
    value = args[name]
    if i < 0:
        return {**args, name: smaller}
    return {**args, name: [*value[:i], smaller, *value[i + 1 :]]}
