"""The usual holes of hidden tests, looked for in the numbers that a problem's cases actually draw.

Public banks let wrong answers through in the same few ways: arguments always at their defaults, square
shapes, a batch of one, one dtype, data symmetric about zero, weights of ones, biases of zeros. Each is a
sentence here.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from drill.bank.schema import Problem
from drill.grading.cases import SPEED, Drawn, Grader
from drill.grading.compare import errors
from drill.grading.outcome import Expected
from drill.grading.values import from_tree, leaves

_SYMMETRY = 4.0  # standard errors that a mean must be away from zero to count as asymmetric


def holes(grader: Grader, drawn: Sequence[Drawn]) -> tuple[str, ...]:
    """One sentence for each hole in the cases of the primary framework.

    What must be so (a covariance is square) stands in `NOT_HOLES` of the problem's cases.py: the sentence,
    and why it is none. An excuse for a hole that is not there is a fault too."""
    found = _found(grader, drawn)
    stale = (f"cases.py excuses what is no hole: {each}" for each in grader.excused if each not in found)
    return (*(each for each in found if each not in grader.excused), *stale)


def _found(grader: Grader, drawn: Sequence[Drawn]) -> tuple[str, ...]:
    cases = [each for each in drawn if not each.case.name.startswith(SPEED)]
    columns = _columns(cases)
    return (
        *_defaults(grader.problem, columns),
        *_shapes(columns),
        *_dtypes(cases, columns),
        *_values(columns),
        *_outputs(cases),
        *_repeats(grader, cases),
    )


def same(one: Any, other: Any) -> bool:
    """Two nestings of arrays and plain values are the same, bit for bit."""
    ones, others = list(leaves(from_tree(one))), list(leaves(from_tree(other)))
    return [name for name, _ in ones] == [name for name, _ in others] and all(
        type(a) is type(b) and np.array_equal(a, b, equal_nan=np.asarray(a).dtype.kind in "fc")
        for (_, a), (_, b) in zip(ones, others, strict=True)
    )


def has_floats(drawn: Sequence[Drawn]) -> bool:
    return any(_is_float(leaf) for each in drawn for _, leaf in leaves(each.inputs))


def _columns(cases: Sequence[Drawn]) -> dict[str, list[Any]]:
    """Each input with its values over the cases; those of an options dictionary count by their own names."""
    columns: dict[str, list[Any]] = defaultdict(list)
    for each in cases:
        for name, leaf in leaves(each.inputs):
            columns[name.rpartition(".")[2]].append(leaf)
    return columns


def _defaults(problem: Problem, columns: dict[str, list[Any]]) -> Iterator[str]:
    """Every argument with a default takes another value in some case."""
    written = [
        keyword
        for node in ast.walk(ast.parse(problem.driver or ""))
        for keyword in (node.keywords if isinstance(node, ast.Call) else ())
    ]
    for entry, name, default in _optional(problem.starter):
        given = [keyword.value for keyword in written if keyword.arg == name]
        fixed = [node.value for node in given if isinstance(node, ast.Constant)]
        values = [*columns.get(name, []), *fixed]
        if not values and not given:
            yield f"no case gives {entry} a value for {name}"
        elif len(fixed) == len(given) and all(not isinstance(v, np.ndarray) and v == default for v in values):
            yield f"{name} of {entry} is {default!r} in every case, its default"


def _optional(starter: str) -> Iterator[tuple[str, str, Any]]:
    """(entry, argument, default) of every argument with a default that is a constant."""
    for node in ast.walk(ast.parse(starter)):
        if isinstance(node, ast.FunctionDef):
            positional = [*node.args.posonlyargs, *node.args.args]
            with_default = positional[len(positional) - len(node.args.defaults) :]
            pairs = [*zip(with_default, node.args.defaults, strict=True)]
            pairs += [
                (arg, d) for arg, d in zip(node.args.kwonlyargs, node.args.kw_defaults, strict=True) if d
            ]
            for arg, default in pairs:
                if isinstance(default, (ast.Constant, ast.UnaryOp, ast.Tuple)):
                    yield node.name, arg.arg, ast.literal_eval(default)


def _shapes(columns: dict[str, list[Any]]) -> Iterator[str]:
    """No array is always square, or always a batch of one."""
    for name, values in columns.items():
        shapes = [value.shape for value in values if isinstance(value, np.ndarray) and value.size]
        ranks = {len(shape) for shape in shapes}
        for rank in ranks - {0, 1}:
            of_rank = [shape for shape in shapes if len(shape) == rank]
            if all(shape[-1] == shape[-2] for shape in of_rank):
                yield f"{name} with {rank} axes is square in every case"
            if all(len(set(shape)) < rank for shape in of_rank):
                yield f"no case gives {name} {rank} axes of different sizes"
        if shapes and ranks != {0} and all(shape[:1] == (1,) for shape in shapes if shape):
            yield f"the first axis of {name} has size 1 in every case"


def _dtypes(cases: Sequence[Drawn], columns: dict[str, list[Any]]) -> Iterator[str]:
    """Floating input comes in both dtypes."""
    if any(_is_float(value) for values in columns.values() for value in values):
        used = {each.case.dtype for each in cases}
        yield from (f"no case is in {dtype}" for dtype in ("float64", "float32") if dtype not in used)


def _values(columns: dict[str, list[Any]]) -> Iterator[str]:
    """No floating array is constant throughout, and not all of them are symmetric about zero."""
    lopsided = False
    floats = {n: [v for v in values if _is_float(v) and v.size > 1] for n, values in columns.items()}
    floats = {name: values for name, values in floats.items() if values}
    for name, values in floats.items():
        if all(np.ptp(value) == 0 for value in values):
            yield f"all values of {name} are the same in every case"
        lopsided = lopsided or any(_is_lopsided(value) for value in values)
    if floats and not lopsided:
        yield "all floating input is symmetric about zero in every case"


def _is_lopsided(value: np.ndarray[Any, Any]) -> bool:
    wide = value.astype(np.float64)
    error = wide.std() / np.sqrt(wide.size)
    return bool(abs(wide.mean()) > _SYMMETRY * error)


def _outputs(cases: Sequence[Drawn]) -> Iterator[str]:
    """Every numeric output, gradients among them, is something else than zero in some case, and by more than
    the tolerance: else its values are not compared at all."""
    outputs: dict[str, list[Expected]] = defaultdict(list)
    for each in cases:
        for name, expected in each.expected.items():
            value = np.asarray(expected.value)
            if value.dtype.kind in "iufc" and value.size:
                outputs[name].append(expected)
    for name, numeric in outputs.items():
        if not any(np.any(expected.value) for expected in numeric):
            yield f"{name} is zero in every case"
        elif not any(errors(expected, np.zeros(expected.shape)).max() > 1 for expected in numeric):
            yield f"zeros would pass for {name} in every case"


def _repeats(grader: Grader, cases: Sequence[Drawn]) -> Iterator[str]:
    """Some case calls an entry more than once, so that what one call leaves behind shows in the next."""
    if all(grader.primary.calls(each.inputs) < 2 for each in cases):
        yield "no case calls an entry more than once"


def _is_float(value: Any) -> bool:
    return isinstance(value, np.ndarray) and value.dtype.kind == "f"
