"""Several slips at once, where no single one explains every failing case.

    together    the reference with two listed mistakes in it gives exactly what came back, in every case
    by output   one listed mistake gives an output wherever that is wrong, which is in half of the cases at
                least, and another (or nothing) the next
    by case     one listed mistake gives exactly what most of the cases gave
    in part     one listed mistake gives one output, in most of the cases

Each says what is left for the other steps to explain. As everywhere, nothing is named that does not predict
what came back, value by value; with two mistakes at once there are hundreds of pairs to hit by chance, so
that a pair needs evidence like a pattern does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, combinations, product
from typing import NamedTuple

from drill.bank.schema import Mistake
from drill.grading.diagnosis.sample import Sample, bits, sample
from drill.grading.diagnosis.words import about, joined, label
from drill.grading.outcome import Comparison, Failure, MistakeOutputs
from drill.grading.report import Diagnosis

MIN_EXPLAINED = 2  # failing cases that one of several slips has to explain
MOST_PAIRS = 150
LOOKED_AT = 3  # failing cases in which one of two slips may show by itself
CHANCE = 4  # of so many failing cases one may be left open
OF_AN_OUTPUT = 16.0  # bits of evidence; see `sample`
OF_A_PAIR = 28.0


class Part(NamedTuple):
    """What is said, and the failures (with the outputs) that it leaves open."""

    says: tuple[Diagnosis, ...]
    rest: tuple[Failure, ...]


@dataclass(frozen=True, slots=True)
class Several:
    listed: Sequence[Mistake]
    outputs: MistakeOutputs

    def together(self, failures: Sequence[Failure], thorough: bool) -> Part | None:
        """Two mistakes in one reference. Unless `thorough`, only pairs of which one shows by itself: it gives
        some output of some case, right down to the values."""
        if bits(_samples(failures)) < OF_A_PAIR:
            return None
        for one, other in self._pairs(failures, thorough):
            both = Mistake(f"{one.name} + {other.name}", "", {**one.change, **other.change})
            if all(self.outputs.equals(both, each) for each in failures):
                if self.outputs.fails_elsewhere(both):
                    continue
                says = "Two slips at once give exactly what you return. The first: ", "The second: "
                case = failures[0].case.name
                named = zip((one, other), says, strict=True)
                return Part(tuple(Diagnosis("mistake", m.name, s + m.says, case=case) for m, s in named), ())
        return None

    def by_output(self, failures: Sequence[Failure]) -> Part | None:
        """A greedy cover of the outputs that are wrong."""
        left = _outputs(failures)
        if len(left) < 2 or any(failure.modified for failure in failures):
            return None
        said: list[Diagnosis] = []
        while left and (best := self._of_most_outputs(failures, left)) is not None:
            mistake, explained = best
            left = [output for output in left if output not in explained]
            case = next(each.case.name for each in failures if _differ(each, explained))
            says = f"{about(explained, '{it} {is} exactly what this gives:')} {mistake.says}"
            said.append(Diagnosis("mistake", mistake.name, says, case=case, output=", ".join(explained)))
        if said and left:
            others = f" It does not explain {joined([label(output) for output in left])}."
            said[-1] = replace(said[-1], says=said[-1].says + others)
        return Part(tuple(said), tuple(_only(failures, left))) if said else None

    def by_case(self, failures: Sequence[Failure]) -> Part | None:
        """The mistake that gives exactly what the first failing case and most others gave."""
        best: tuple[Mistake, list[Failure]] | None = None
        for mistake in self.listed:
            if not self.outputs.equals(mistake, failures[0]) or self.outputs.fails_elsewhere(mistake):
                continue
            others = [failure for failure in failures if not self.outputs.equals(mistake, failure)]
            enough = len(failures) - len(others) >= MIN_EXPLAINED or not others
            if enough and self._tells(failures, others) and (best is None or len(others) < len(best[1])):
                best = mistake, others
        if best is None:
            return None
        mistake, others = best
        says = mistake.says
        if others:
            says = (
                f"In {len(failures) - len(others)} of {len(failures)} cases your answer is exactly what this "
                f"gives: {says} It does not explain the other {_cases(len(others))}."
            )
        named = Diagnosis("mistake", mistake.name, says, case=failures[0].case.name)
        return Part((named,), tuple(others))

    def _tells(self, failures: Sequence[Failure], others: Sequence[Failure]) -> bool:
        """It is no chance that all but the `others` are so: another mistake that gives those shows it too."""
        left = {each.case.name for each in others}
        explained = [each for each in failures if each.case.name not in left]
        if _no_chance([*_samples(explained)], len(others), failures):
            return True
        return any(all(self.outputs.equals(each, failure) for failure in others) for each in self.listed)

    def in_part(self, failures: Sequence[Failure]) -> Part | None:
        """The mistake that gives one output in most cases; few prove little, where that is degenerate."""
        best: tuple[Mistake, str, list[Failure]] | None = None
        shown = [each for each in self.listed if self._shows(each, failures[:LOOKED_AT])]
        for mistake, output in product(shown, _outputs(failures)):
            some = [f for f in failures if _differ(f, [output]) and self._gives_here(mistake, f, output)]
            if 2 * len(some) > len(failures) > 2 and (best is None or len(some) > len(best[2])):
                samples = [each for each in _samples(some) if each.output == output]
                told_apart = bits(samples) >= OF_A_PAIR and _no_chance(
                    samples, len(failures) - len(some), failures
                )
                if told_apart and not self.outputs.fails_elsewhere(mistake, output):
                    best = mistake, output, some
        if best is None:
            return None
        mistake, output, some = best
        says = (
            f"In {len(some)} of {len(failures)} cases {label(output)} is exactly what this gives: "
            f"{mistake.says} It does not explain all of the rest."
        )
        named = Diagnosis("mistake", mistake.name, says, case=some[0].case.name, output=output)
        cases = {each.case.name for each in some}
        others = [name for name in _outputs(failures) if name != output]
        left = (_only([each], others) if each.case.name in cases else [each] for each in failures)
        return Part((named,), tuple(chain.from_iterable(left)))

    def _pairs(self, failures: Sequence[Failure], thorough: bool) -> list[tuple[Mistake, Mistake]]:
        """Those that between them spoil the outputs that are wrong in the first case, and no other: first
        those of which one shows by itself. Each has to be compiled and run, so there is an end to them."""
        listed = [mistake for mistake in self.listed if mistake.verdict == "wrong answer"]
        wrong = {difference.output for difference in failures[0].comparison.differences}
        spoilt = {mistake.name: self.outputs.spoils(mistake, failures[0]) for mistake in listed}
        seen = {mistake.name for mistake in listed if self._shows(mistake, failures[:LOOKED_AT])}
        pairs = [
            (one, other)
            for one, other in combinations(listed, 2)
            if spoilt[one.name] | spoilt[other.name] == wrong and not one.change.keys() & other.change.keys()
        ]
        showing: list[tuple[Mistake, Mistake]] = []
        others: list[tuple[Mistake, Mistake]] = []
        for pair in pairs:
            (showing if any(mistake.name in seen for mistake in pair) else others).append(pair)
        return [*showing, *(others if thorough else ())][:MOST_PAIRS]

    def _shows(self, mistake: Mistake, failures: Sequence[Failure]) -> bool:
        return any(
            self.outputs.gives(mistake, failure, difference.output)
            for failure in failures
            for difference in failure.comparison.differences
        )

    def _of_most_outputs(
        self, failures: Sequence[Failure], left: Sequence[str]
    ) -> tuple[Mistake, tuple[str, ...]] | None:
        found = [
            (mistake, tuple(o for o in left if self._gives(mistake, failures, o))) for mistake in self.listed
        ]
        mistake, explained = max(found, key=lambda each: len(each[1]))
        evidence = bits(each for each in _samples(failures) if each.output in explained and not each.one_off)
        often = 2 * sum(_differ(failure, explained) for failure in failures) >= len(failures)
        return (mistake, explained) if often and evidence >= OF_AN_OUTPUT else None

    def _gives(self, mistake: Mistake, failures: Sequence[Failure], output: str) -> bool:
        """The mistake makes the output wrong where it is wrong, and just so, and nowhere else."""
        first = sorted(failures, key=lambda each: not _differ(each, [output]))  # they tell more
        everywhere = all(self._gives_here(mistake, failure, output) for failure in first)
        return everywhere and not self.outputs.fails_elsewhere(mistake, output)

    def _gives_here(self, mistake: Mistake, failure: Failure, output: str) -> bool:
        """As in `MistakeOutputs.gives`, and nothing is right that the mistake would have spoilt."""
        wrong = {difference.output for difference in failure.comparison.differences}
        given = self.outputs.gives(mistake, failure, output)
        return given and self.outputs.spoils(mistake, failure) <= wrong


def _samples(failures: Sequence[Failure]) -> Iterator[Sample]:
    for failure in failures:
        for difference in failure.comparison.differences:
            each = sample(failure, difference)
            if each is not None:
                yield each


def _no_chance(samples: Sequence[Sample], left: int, failures: Sequence[Failure]) -> bool:
    """What many a slip selects or counts is the same in some cases: integers tell it apart only in nearly all
    of them."""
    return CHANCE * left <= len(failures) or not all(each.exact for each in samples)


def _outputs(failures: Sequence[Failure]) -> list[str]:
    """That differ somewhere, in their order."""
    return list(dict.fromkeys(d.output for each in failures for d in each.comparison.differences))


def _differ(failure: Failure, outputs: Sequence[str]) -> bool:
    return any(difference.output in outputs for difference in failure.comparison.differences)


def _only(failures: Sequence[Failure], outputs: Sequence[str]) -> Iterator[Failure]:
    """The failures as if nothing but these outputs were wrong."""
    for failure in failures:
        differences = tuple(d for d in failure.comparison.differences if d.output in outputs)
        if differences:
            yield replace(failure, comparison=Comparison(differences, failure.comparison.error))


def _cases(n: int) -> str:
    return "case" if n == 1 else str(n)
