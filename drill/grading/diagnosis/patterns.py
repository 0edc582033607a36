"""Step 2: kinds of wrong that are known from every problem, in the order in which they are tried.

What came back differs from what is expected by *symptoms*: an output of a case that is wrong, an input that
was modified. A fact (None returned, NaN) explains its own symptom. A pattern explains an output only when
its rule predicts every value of it in every failing case. All of it is said only when every failing case
has a symptom explained; a case that nothing explains means that something else is wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from drill.bank.schema import Case
from drill.grading.diagnosis import indices, missing, order, scale, sizes, slices, whole
from drill.grading.diagnosis.forms import Fact, form, wrong_dtype
from drill.grading.diagnosis.nonfinite import broken
from drill.grading.diagnosis.sample import Sample, bits, sample, shows_often
from drill.grading.diagnosis.words import about, joined, seen_in
from drill.grading.outcome import Difference, Failure
from drill.grading.report import Diagnosis


@dataclass(frozen=True, slots=True)
class Pattern:
    """`needs`: bits of evidence, more where more rules are tried at once. `often`: see `shows_often`."""

    name: str
    says: Callable[[Sequence[Sample]], str | None]
    needs: float = 16.0
    often: bool = False


MOST = 4  # findings told of one submission
FACT = 0.0  # what it says is true as it stands, however little there is to see

PATTERNS = (
    Pattern("right values, other shape", sizes.other_shape),
    Pattern("one slice only", sizes.one_slice),
    Pattern("negated", scale.negated),
    Pattern("transposed", order.transposed),
    Pattern("broadcast to (N, N)", sizes.broadcast),
    Pattern("diagonal only", sizes.diagonal_only),
    Pattern("reversed", order.reversed_order),
    Pattern("1 minus", scale.complement),
    Pattern("repeated slice", order.repeated),
    Pattern("constant", order.zeros),
    Pattern("constant", order.constant, often=True),
    Pattern("off by one", scale.one_off, 8.0),
    Pattern("factor", scale.factor, 17.0),
    Pattern("offset", scale.offset, 19.0),
    Pattern("another function", scale.function, 24.0),
    Pattern("sign lost", scale.unsigned),
    Pattern("softmax missing", scale.softmax_missing, 24.0),
    Pattern("missing or extra factor", missing.factor, 32.0),
    Pattern("step of another size", missing.step, 40.0),
    Pattern("missing or extra term", missing.term, 48.0),
    Pattern("values for indices", indices.values_for_indices),
    Pattern("indices for values", indices.indices_for_values),
    Pattern("positions after sorting", indices.sorted_positions, 8.0),
    Pattern("inverse permutation", indices.inverse_permutation, 8.0),
    Pattern("end missing", sizes.end_missing),
    Pattern("wrong selection", indices.wrong_selection, FACT),
    Pattern("shifted", order.shifted, 24.0),
    Pattern("one reduction too many", sizes.reduced, 24.0),
    Pattern("wrong axis", sizes.wrong_axis, 24.0),
    Pattern("normalised over the wrong axis", sizes.normalised_axis, 24.0),
    Pattern("slices in another order", order.slices_permuted, 24.0),
    Pattern("reshape for a transpose", order.scrambled, 32.0),
    Pattern("values in another order", order.permuted, 8.0),
    Pattern("factors by slice", slices.factor),
    Pattern("offsets by slice", slices.offset),
    Pattern("factors and offsets by slice", slices.factor_and_offset),
    Pattern("same answer for every case", whole.same_answer),
    Pattern("shape of nothing", sizes.empty_shape, FACT),
    Pattern("shape grown to (N, N)", sizes.grown, FACT),
    Pattern("reduced over the wrong axis", sizes.reduced_axis, FACT),
    Pattern("size off by one", sizes.size_one_off, FACT),
)


MOSTLY = (  # a fact of some cases is nothing to go by
    Pattern("another output", whole.another_output),
    *(each for each in PATTERNS if each.needs > FACT),
)


@dataclass(frozen=True, slots=True)
class Finding:
    """`says` is a template for `words.about`; `cases` are those in which it explains the outputs."""

    name: str
    outputs: tuple[str, ...]
    says: str
    cases: tuple[str, ...]
    line: int | None = None
    place: str | None = None  # for "{place}" in `says`, of what is broken at a place
    cause: str = ""  # what tells findings of one name apart; `says` unless it is given


@dataclass(frozen=True, slots=True)
class Explanation:
    """`open`: the outputs that are wrong and of which nothing is said; they may follow from the others."""

    says: tuple[Diagnosis, ...] = ()
    open: tuple[str, ...] = ()


def patterns(failures: Sequence[Failure], passed: Sequence[Case], failed: Sequence[Case] = ()) -> Explanation:
    """What explains every one of the failures, in the order in which they occur; else nothing.

    `failed`: other cases that failed too, and are explained already."""
    names = [failure.case.name for failure in failures]
    found = list(_modified(failures))
    if not _explain(found, names):  # else wrong values may well be a consequence
        found += _by_output(failures, passed, failed)
    if not _explain(found, names):
        return Explanation()
    found.sort(key=lambda each: names.index(each.cases[0]))
    says = [_diagnosis(each, len(names)) for each in _merged(found)][:MOST]
    left = tuple(_left_open(found, failures))
    if left:
        too = about(left, "{it} {is} wrong too: mend this first.")
        says[-1] = replace(says[-1], says=f"{says[-1].says} {too}")
    return Explanation(tuple(says), left)


def _left_open(found: Sequence[Finding], failures: Sequence[Failure]) -> dict[str, None]:
    """Outputs of which no finding speaks; one about no output in particular may be behind all of them."""
    told = {output for each in found for output in each.outputs}
    if any(not each.outputs for each in found):
        return {}
    differ = (difference.output for failure in failures for difference in failure.comparison.differences)
    return dict.fromkeys(output for output in differ if output not in told)


def most_cases(failures: Sequence[Failure], passed: Sequence[Case]) -> str:
    """What a pattern explains in most of the failing cases, the first among them, and in how many: it stands
    beside the difference. What one call shows, a case with a chain of calls may hide."""
    values: dict[str, list[Sample]] = {}
    for failure in failures:
        for difference in failure.comparison.differences:
            _collect(values, failure, difference)
    for samples in values.values():
        for pattern in MOSTLY:
            some = _explained(pattern, samples, passed)
            if 2 * len(some) > len(failures) > 2 and some[0].failure is failures[0]:
                says = pattern.says(some)
                return about((some[0].output,), f"in {len(some)} of the {len(failures)} failing cases {says}")
    return ""


def _explained(pattern: Pattern, samples: Sequence[Sample], passed: Sequence[Case]) -> list[Sample]:
    """As many samples as the pattern explains together with the first; none when it does not explain that."""
    some: list[Sample] = []
    for each in samples:
        if pattern.says([*some, each]) is not None:
            some.append(each)
        elif not some:
            return []
    return some if _convinces(pattern, some, passed) else []


def _explain(found: Sequence[Finding], cases: Sequence[str]) -> bool:
    return set(cases) <= {case for each in found for case in each.cases}


def _diagnosis(found: Finding, failed: int) -> Diagnosis:
    says = about(found.outputs, found.says.replace("{place}", found.place or ""))
    return Diagnosis(
        kind="pattern",
        name=found.name,
        says=f"{says} {seen_in(found.cases, failed)}",
        case=found.cases[0],
        output=", ".join(found.outputs),
        line=found.line,
    )


def _merged(found: Sequence[Finding]) -> Iterator[Finding]:
    """Outputs of which the same is to be said share one sentence; so do places broken by the same cause."""
    groups: dict[tuple[str, str], list[Finding]] = {}
    for each in found:
        groups.setdefault((each.name, each.cause or each.says if each.place is None else ""), []).append(each)
    for group in groups.values():
        outputs = tuple(dict.fromkeys(output for each in group for output in each.outputs))
        cases = tuple(dict.fromkeys(case for each in group for case in each.cases))
        yield replace(
            group[0], outputs=outputs, cases=cases, place=group[0].place if len(outputs) == 1 else None
        )


def _modified(failures: Sequence[Failure]) -> Iterator[Finding]:
    changed: dict[str, list[str]] = {}
    for failure in failures:
        for name in failure.modified:
            changed.setdefault(name, []).append(failure.case.name)
    if changed:
        cases = tuple(dict.fromkeys(case for each in changed.values() for case in each))
        names = joined([f"`{name}`" for name in changed])
        yield Finding(
            "input modified",
            (),
            f"your code changes what it is given: {names}. Work on a copy, and look for `+=` and the like "
            "and for assignments to `x[...]`.",
            cases,
        )


def _by_output(
    failures: Sequence[Failure], passed: Sequence[Case], failed: Sequence[Case]
) -> Iterator[Finding]:
    values: dict[str, list[Sample]] = {}
    for failure in failures:
        for difference in failure.comparison.differences:
            fact = form(failure, difference)
            if fact is not None:
                yield _fact(fact, difference.output, failure.case.name)
            else:
                _collect(values, failure, difference)
    for found in whole.exchanged(values, passed):
        cases = tuple(dict.fromkeys(each.case for output in found.outputs for each in values.pop(output)))
        yield Finding(found.name, found.outputs, found.says, cases)
    yield from _rules(values.values(), passed, failed)


def _collect(values: dict[str, list[Sample]], failure: Failure, difference: Difference) -> None:
    each = sample(failure, difference)
    if each is not None:
        values.setdefault(difference.output, []).append(each)


def _rules(
    values: Iterable[list[Sample]], passed: Sequence[Case], failed: Sequence[Case]
) -> Iterator[Finding]:
    """A pattern for each output. One that has explained an output is taken for another that it explains in
    the same words: what few values would call something else mostly has the same cause."""
    found: list[tuple[Pattern, list[Sample]]] = []
    for samples in values:
        if _explains(found, samples, passed, failed):
            continue
        facts = list(_facts(samples))
        yield from facts
        told = {finding.cases[0] for finding in facts}
        rest = [each for each in samples if each.case not in told]
        if rest and facts:  # what is left may follow a rule
            others = [each.failure.case for each in samples if each.case in told]
            _explains(found, rest, passed, [*failed, *others])
    for pattern, samples in found:
        yield _finding(pattern, samples)


def _explains(
    found: list[tuple[Pattern, list[Sample]]],
    samples: Sequence[Sample],
    passed: Sequence[Case],
    failed: Sequence[Case],
) -> bool:
    """Adds the samples to those of a pattern that is found already, or the pattern that explains them."""
    same = next((rule for rule in found if _joins(*rule, samples)), None)
    if same is not None:
        same[1].extend(samples)
        return True
    pattern = _rule(samples, passed, failed)
    if pattern is not None:
        found.append((pattern, list(samples)))
    return pattern is not None


def _joins(pattern: Pattern, explained: Sequence[Sample], samples: Sequence[Sample]) -> bool:
    return pattern.says([*explained, *samples]) == pattern.says(explained)


def _finding(pattern: Pattern, samples: Sequence[Sample]) -> Finding:
    outputs = tuple(dict.fromkeys(each.output for each in samples))
    cases = tuple(dict.fromkeys(each.case for each in samples))
    return Finding(pattern.name, outputs, pattern.says(samples) or "", cases)


def _rule(samples: Sequence[Sample], passed: Sequence[Case], failed: Sequence[Case]) -> Pattern | None:
    """The first pattern that explains every sample of one output."""
    late = (
        Pattern("right in float64 only", lambda s: whole.only_float64(s, passed, failed), FACT),
        Pattern("contiguous inputs only", lambda s: whole.only_strided(s, passed, failed), FACT),
    )
    for pattern in (*PATTERNS, *late):
        if _convinces(pattern, samples, passed) and pattern.says(samples) is not None:
            return pattern
    return None


def _convinces(pattern: Pattern, samples: Sequence[Sample], passed: Sequence[Case]) -> bool:
    """What it is worth, were it to explain them."""
    return bits(samples) >= pattern.needs and (not pattern.often or shows_often(samples, passed))


def _facts(samples: Sequence[Sample]) -> Iterator[Finding]:
    """NaN, infinity and a wrong dtype are facts of their cases."""
    for each in samples:
        nan = broken(each)
        if nan is not None:
            yield Finding(nan.cause, (each.output,), nan.says, (each.case,), nan.line, nan.place)
        elif each.difference.kind == "dtype":
            yield _fact(wrong_dtype(each), each.output, each.case)


def _fact(fact: Fact, output: str, case: str) -> Finding:
    return Finding(fact.name, (output,), fact.says, (case,), cause=fact.cause)
