"""What to say when there is no answer to compare: exceptions, limits, an exception that was asked for.

All of it is fact: the exception, the learner's line, the arrays in it. The advice after it is for the
messages that NumPy, torch and Python give for the same few slips.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from drill.grading.diagnosis.words import joined, seen_in, sentence
from drill.grading.outcome import Failure
from drill.grading.report import Diagnosis
from drill.runner.handle import Frame, Raised

MOST = 3  # different errors told of one submission
MOST_ARRAYS = 4
MANY_LINES = 100  # printed in one case
LONGEST = 300  # characters of an exception's message

ADVICE: tuple[tuple[str, str], ...] = (
    (
        r"cannot unpack non-iterable NoneType",
        "A function of yours returned None: check that every way through it ends in a `return`.",
    ),
    (
        r"cannot unpack non-iterable",
        "One value is there, where several are taken apart.",
    ),
    (
        r"not enough values to unpack \(expected (\d+), got (\d+)\)",
        r"There are \2 values where \1 are taken apart.",
    ),
    (
        r"too many values to unpack \(expected (\d+)",
        r"There are more values than the \1 that are taken apart.",
    ),
    (
        r"(takes|missing) .*positional argument|unexpected keyword argument",
        "Keep the parameters of the starter as they are, names and order.",
    ),
    (
        r"'NoneType' object|NoneType",
        "Something is None there: a function without `return`, or a method that works in place.",
    ),
    (
        r"could not be broadcast|must match the size of tensor|shape mismatch",
        "These shapes do not broadcast: line them up from the right; sizes must be equal or 1.",
    ),
    (
        r"matmul|mat1 and mat2|not aligned|size mismatch",
        "The inner sizes of the product differ: check which factor is to be transposed.",
    ),
    (
        r"view size is not compatible",
        "`view` needs memory in one piece: use `reshape`, or `contiguous()` first.",
    ),
    (
        r"expected scalar type|same dtype|must have the same dtype|but found (Float|Double)",
        (
            "A tensor of another dtype comes in: make it with `dtype=x.dtype`, since torch makes float32 "
            "by default."
        ),
    ),
    (
        r"same device|device type",
        "A tensor was made on another device: make it with `device=x.device`.",
    ),
    (
        r"has no attribute '(astype|copy)'",
        "That is NumPy's method; the inputs here are torch tensors (`to`, `clone`).",
    ),
    (
        r"'numpy\.ndarray' object has no attribute",
        "That is no method of a NumPy array; the inputs here are NumPy arrays, not torch tensors.",
    ),
    (
        r"requires grad",
        "Detach the tensor first, or work without autograd.",
    ),
    (
        r"axis -?\d+ is out of bounds|too many indices|Dimension out of range|tuple index out of range",
        "It has fewer axes than that: look at its shape, and at where an axis got lost.",
    ),
    (
        r"out of bounds|index out of range",
        "An index is too large: check where the range ends, also for the smallest and for empty inputs.",
    ),
    (
        r"zero-size array|empty sequence|non-empty",
        "This case has an array without elements: say what the result is then.",
    ),
    (
        r"(truth value|Boolean value).*(ambiguous|more than one)",
        "`if`, `and` and `or` need one truth value: use `np.where` or a mask for arrays.",
    ),
    (
        r"only (integer|length-1|0-dimensional)|only integers, slices|integer scalar arrays",
        "An index or size is not an integer: check for `/` where `//` is meant.",
    ),
    (
        r"maximum recursion depth",
        "A function calls itself without end, or too often for Python: about 1000 calls may be open at once.",
    ),
    (
        r"Cannot cast ufunc|can't be cast to the desired output type|Can't cast",
        (
            "An in-place operation would change the dtype: write `x = x * y`, or make the array in the "
            "right dtype."
        ),
    ),
    (
        r"read-only",
        "The array may not be written to: work on a copy.",
    ),
)

LIMITS = {
    "time limit exceeded": "Look for a loop without end, or Python loops that one array operation replaces.",
    "memory limit exceeded": "Look for an array with more axes than you need, or a list that keeps growing.",
    "output limit exceeded": "Return only what is asked, and print less.",
}


def errors(failures: Sequence[Failure], failed: int) -> tuple[Diagnosis, ...]:
    """One diagnosis for each different error, in the order in which they occur. `failed`: cases in all."""
    alike: dict[tuple[str, int | None], list[Diagnosis]] = {}
    for failure in failures:
        each = error(failure)
        alike.setdefault((each.name, each.line), []).append(each)
    return tuple(
        replace(same[0], says=f"{same[0].says} {seen_in([each.case for each in same], failed)}")
        for same in list(alike.values())[:MOST]
    )


def error(failure: Failure) -> Diagnosis:
    """Why a case has no answer to compare."""
    call, case = failure.call, failure.case
    if call is not None and call.outcome == "raised" and call.exception is not None:
        return _raised(failure, call.exception)
    if case.raises is not None and failure.verdict == "wrong answer":
        says = f"Your code returns a value where it has to raise {case.raises}: check the arguments first."
        return Diagnosis("error", f"no {case.raises}", says, case=case.name)
    if failure.verdict == "rule violation":
        return Diagnosis("rule", "forbidden call", sentence(failure.message), case=case.name)
    if failure.verdict == "run-time error":
        return Diagnosis("error", "crash", _crash(failure), case=case.name)
    return Diagnosis("limit", failure.verdict, _limit(failure), case=case.name)


def _raised(failure: Failure, raised: Raised) -> Diagnosis:
    frame = _frame(raised)
    if "NotImplementedError" in raised.mro and failure.case.raises is None:
        says = _not_written(frame)
    else:
        wanted = failure.case.raises
        if wanted and _is_own_check(frame):
            parts = [f"{_headline(raised)}{_where(frame)}. It is {wanted} that has to be raised there."]
        else:
            asked = f" where {wanted} has to be raised" if wanted else ""
            parts = [f"{_headline(raised)}{_where(frame)}{asked}.", _arrays(frame), _advice(raised, frame)]
        says = " ".join(part for part in parts if part)
    line = frame.line if frame else None
    return Diagnosis("error", raised.type_name, says, case=failure.case.name, line=line)


def _frame(raised: Raised) -> Frame | None:
    """The innermost one of the learner's file; where a recursion went too deep, the one that calls on."""
    if "RecursionError" in raised.mro and len(raised.frames) > 1:
        return raised.frames[-2]
    return raised.frames[-1] if raised.frames else None


def _not_written(frame: Frame | None) -> str:
    name = f"`{frame.function}`" if frame else "This part"
    return f"{name} is not written yet: replace `raise NotImplementedError` by your code."


def _headline(raised: Raised) -> str:
    message = " ".join(raised.message.split())
    if len(message) > LONGEST:
        message = message[:LONGEST] + " …"
    return f"{raised.type_name}: {message}".rstrip(": .")


def _where(frame: Frame | None) -> str:
    if frame is None:
        return ""
    return f", in line {frame.line}" + (f", `{frame.source}`" if frame.source else "")


def _arrays(frame: Frame | None) -> str:
    """The arrays that the failing line names; all of the frame when it names none."""
    if frame is None:
        return ""
    summaries = dict(_split(frame.locals))
    named = [name for name in re.findall(r"\w+", frame.source) if name in summaries]
    names = list(dict.fromkeys(named or summaries))[:MOST_ARRAYS]
    if not names:
        return ""
    return f"There {joined([f'`{name}` is {summaries[name]}' for name in names])}."


def _split(summaries: Sequence[str]) -> Iterator[tuple[str, str]]:
    for each in summaries:
        name, found, summary = each.partition(": ")
        if found:
            yield name, summary


def _is_own_check(frame: Frame | None) -> bool:
    return frame is not None and frame.source.startswith(("raise ", "assert "))


def _advice(raised: Raised, frame: Frame | None) -> str:
    if _is_own_check(frame):
        return "That is a check of your own, and it refuses what has to be accepted."
    for pattern, says in ADVICE:
        found = re.search(pattern, raised.message)
        if found:
            return found.expand(says)
    return ""


def _crash(failure: Failure) -> str:
    detail = f" ({failure.call.detail})" if failure.call is not None and failure.call.detail else ""
    return (
        f"The process ended without an answer{detail}: it left by itself, or recursed or indexed out of "
        "all bounds."
    )


def _prints(failure: Failure) -> str:
    lines = failure.call.stdout.count("\n") if failure.call is not None else 0
    if lines < MANY_LINES:
        return ""
    return "It prints a lot, which takes time by itself: take the prints out before you look further."


def _limit(failure: Failure) -> str:
    if failure.verdict == "time limit exceeded":  # its message, with the times, stands beside the case
        return f"This case takes too long. {_prints(failure) or LIMITS[failure.verdict]}"
    return f"{sentence(failure.message).rstrip('.')}. {LIMITS.get(failure.verdict, '')}".strip()
