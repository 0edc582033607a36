"""An exam: the cases that a request asks for, which any number of submissions may sit.

Cases are drawn, and speed cases timed, when the first submission gets to them; the later ones find the same
numbers, expected values and bounds. What the listed mistakes do with a case is kept likewise.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from drill.bank.schema import Case, Framework, Problem
from drill.grading.cases import Drawn, Grader
from drill.grading.mistakes import Mistakes


class Exam:
    """`opened` None: all cases; else the visible ones and the hidden ones it names. `shared`: many will sit
    it, so its speed case is timed with care, once for all."""

    def __init__(
        self,
        problem: Problem,
        framework: Framework,
        seed: int,
        opened: Sequence[str] | None = None,
        shared: bool = False,
    ) -> None:
        self.problem = problem
        self._framework = framework
        self._seed = seed
        self._opened = opened
        self._shared = shared
        self._drawn: list[Drawn] = []

    @cached_property
    def grader(self) -> Grader:
        """Raises BankFault when the grader's files do not load."""
        return Grader(self.problem, self._framework)

    def cases(self) -> Iterator[Drawn]:
        """In file order, the speed case last."""
        for number, case in enumerate(self._selected):
            if number == len(self._drawn):
                self._drawn.append(self._draw(case))
            yield self._drawn[number]

    def _draw(self, case: Case) -> Drawn:
        drawn = self.grader.draw(case, self._seed)
        return self.grader.timed(drawn) if self._shared and drawn.allowed is not None else drawn

    @cached_property
    def mistakes(self) -> Mistakes:
        """Of the cases drawn so far: to be asked for when a submission has sat them all."""
        return Mistakes(self.grader, self._drawn)

    @cached_property
    def _selected(self) -> tuple[Case, ...]:
        cases = self.grader.cases()
        if self._opened is None:
            return cases
        return tuple(case for case in cases if case.visible or case.name in self._opened)
