"""What one case came to, as data: what was expected, what came back, where they differ.

Shared by the comparison, which fills it, and the diagnosis, which explains it. A *tree* is what the
runner's wire format decodes to: None, bool, int, float, complex, str, list, tuple, dict, `wire.Array` or
`wire.Opaque`.

Outputs have names. A driver that returns a dictionary names them itself ("out", "dx"); any other return value
is called "result". Parts of a tuple or list are "result[0]", "result[1]"; values of a nested dictionary
"state.m". `Failure.expected`, `Failure.got` and `Difference.output` all use these names, leaves only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Protocol

from drill.bank.schema import Case, Mistake
from drill.grading.report import Verdict

if TYPE_CHECKING:
    from drill.runner.handle import CallResult

DifferenceKind = Literal["missing", "type", "shape", "dtype", "value"]
RESULT = "result"  # the name of an output that nobody named


@dataclass(frozen=True, slots=True)
class Expected:
    """One output as it should be.

    `value` comes from the primary reference in float64 on the inputs after their cast: a NumPy array
    (float64, int64, bool or complex128; 0-d for scalars), or the Python value itself when `dtype` is "".
    `dtype` and `shape` come from the reference in the submission's own framework and are what the
    submission must return: "float32" (never "torch.float32"), (4, 3). For Python values `dtype` is "" and
    `shape` is ().
    """

    name: str
    value: Any
    dtype: str
    shape: tuple[int, ...]
    rtol: float
    atol: float  # absolute, already scaled by the largest expected magnitude where that is the rule


@dataclass(frozen=True, slots=True)
class Difference:
    """How one output differs; type, shape and dtype are looked at before values, and one kind is reported."""

    output: str
    kind: DifferenceKind
    message: str  # one sentence for the learner, without the case's name
    error: float = (
        0.0  # largest |got - expected| / (rtol |expected| + atol); inf where one is NaN or infinite
    )
    worst: tuple[int, ...] = ()  # index of that element
    wrong: int = 0  # how many elements are outside the tolerance
    total: int = 0


@dataclass(frozen=True, slots=True)
class Comparison:
    """`differences` in the order of the expected outputs; empty means right. `error` is the largest over all
    outputs whose values could be compared, also when right."""

    differences: tuple[Difference, ...] = ()
    error: float = 0.0


@dataclass(frozen=True, slots=True)
class Failure:
    """One case that was not accepted, with everything the diagnosis may look at.

    `inputs`: name -> NumPy array (after the cast to the case's dtype) or Python value.
    `expected` is empty when the case asks for an exception. `got` is empty when nothing came back, and holds
    trees under the expected names (what does not fit the expected structure is under its nearest name, such
    as "result"); `drill.grading.values.as_array(tree) -> ndarray | None` reads a tree as numbers.
    `modified`: inputs the submission changed.
    """

    case: Case
    verdict: Verdict
    message: str
    inputs: Mapping[str, Any]
    expected: Mapping[str, Expected]
    got: Mapping[str, Any]
    comparison: Comparison
    modified: tuple[str, ...]
    call: CallResult | None  # None when the case never ran


class MistakeOutputs(Protocol):
    """The listed mistakes, run by the judge on the very inputs of a case when first asked for."""

    def equals(self, mistake: Mistake, failure: Failure) -> bool:
        """The mistake fails this case as the submission did: same values within the tolerance of the case's
        dtype, or the same exception class. False when the mistake passes the case or could not be run."""

    def spoils(self, mistake: Mistake, failure: Failure) -> frozenset[str]:
        """The outputs of the case that the mistake makes wrong; all of them when it raises."""

    def gives(self, mistake: Mistake, failure: Failure, output: str) -> bool:
        """The mistake does with one output of the case what the submission did: equally wrong, or as
        right."""

    def fails_elsewhere(self, mistake: Mistake, output: str = "") -> bool:
        """Some case that the submission passed would have failed with the mistake; in that output, if one is
        named."""


class Returned(NamedTuple):
    """What one call of the submission's function gave back; a tree."""

    entry: str
    value: Any


class Trials(Protocol):
    """The submission itself, run by the judge once more on cases that it failed, when first asked for."""

    def passes_afresh(self, failure: Failure) -> bool:
        """It passes the case when every call runs in a copy of the file that has run nothing before."""

    def returned(self, failures: Sequence[Failure]) -> Mapping[str, Sequence[Returned]]:
        """By case, what its functions returned, call by call; without the cases that do not end."""

    def reordered(self, failures: Sequence[Failure], entry: str, order: Sequence[int]) -> frozenset[str]:
        """The cases that it passes when part `order[i]` of all that `entry` returns is taken for part i."""
