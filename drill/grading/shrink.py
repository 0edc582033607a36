"""The smallest failing input: the same case drawn with smaller arguments, as long as the submission still
fails it.

Only on request (`drill why`): every attempt is a case more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from time import perf_counter
from typing import Any

import numpy as np

from drill.bank.schema import Case
from drill.grading.cases import Drawn, Grader
from drill.grading.outcome import Failure
from drill.grading.values import BankFault, leaves

MAX_ATTEMPTS = 60
MAX_SECONDS = 5.0


def shrunk(
    failure: Failure, grader: Grader, seed: int, attempt: Callable[[Drawn], Failure | None]
) -> Failure:
    """A failure with the same verdict on the smallest input found; `failure` itself where none is smaller.

    `attempt` runs the submission on a case and gives its failure, or None."""
    smallest = failure
    deadline = perf_counter() + MAX_SECONDS
    attempts = 0
    while True:
        for case in _smaller(smallest.case):
            attempts += 1
            if attempts > MAX_ATTEMPTS or perf_counter() > deadline:
                return smallest
            found = _try(case, smallest, grader, seed, attempt)
            if found is not None:
                smallest = found
                break
        else:
            return smallest


def difference(before: Case, after: Case) -> str:
    """The arguments that are not what they were: "n=2 instead of 32, d=1 instead of 5"."""
    return ", ".join(
        f"{name}={value} instead of {before.args[name]}"
        for name, value in after.args.items()
        if value != before.args[name]
    )


def _try(
    case: Case, smallest: Failure, grader: Grader, seed: int, attempt: Callable[[Drawn], Failure | None]
) -> Failure | None:
    try:
        drawn = grader.draw(case, seed)
    except BankFault:  # the generator or the reference has no use for such a size
        return None
    if _size(drawn.inputs) >= _size(smallest.inputs):
        return None
    found = attempt(drawn)
    return found if found is not None and found.verdict == smallest.verdict else None


def _smaller(case: Case) -> Iterator[Case]:
    """The case with one whole number of its arguments smaller, the smallest first."""
    for name, value in case.args.items():
        for less in _less(value):
            yield replace(case, args={**case.args, name: less})


def _less(value: Any) -> Iterator[Any]:
    if type(value) is int and value > 1:
        yield from (number for number in (1, 2, 3, 5, 8, 16) if number < value)
    elif isinstance(value, (list, tuple)):
        for i, item in enumerate(value):
            yield from ([*value[:i], less, *value[i + 1 :]] for less in _less(item))


def _size(inputs: dict[str, Any] | Any) -> tuple[int, float]:
    """Elements of all arrays, then the sum of the plain numbers."""
    arrays, plain = 0, 0.0
    for _, leaf in leaves(dict(inputs)):
        if isinstance(leaf, np.ndarray):
            arrays += leaf.size
        elif isinstance(leaf, (int, float)):
            plain += abs(leaf)
    return arrays, plain
