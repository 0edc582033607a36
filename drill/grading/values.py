"""Values as the judge sees them: trees of plain Python values and `wire.Array`, and the names of their
leaves.

Judge side only: imports NumPy, and looks at torch only when a reference has already imported it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import numpy as np

from drill.grading.outcome import RESULT
from drill.runner.wire import Array, Opaque


class BankFault(Exception):
    """A grader's file is at fault, never the learner: the verdict is `internal error`."""


def leaves(tree: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    """(name, leaf) pairs in order; the naming rule is in `outcome`."""
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from leaves(value, f"{name}.{key}" if name else str(key))
    elif isinstance(tree, (tuple, list)):
        for i, value in enumerate(tree):
            yield from leaves(value, f"{name or RESULT}[{i}]")
    else:
        yield name or RESULT, tree


def skeleton(tree: Any, name: str = "") -> Any:
    """The same nesting with each leaf replaced by its name; sequences become tuples."""
    if isinstance(tree, dict):
        return {key: skeleton(value, f"{name}.{key}" if name else str(key)) for key, value in tree.items()}
    if isinstance(tree, (tuple, list)):
        return tuple(skeleton(value, f"{name or RESULT}[{i}]") for i, value in enumerate(tree))
    return name or RESULT


def from_native(value: Any) -> Any:
    """What a reference returned, as the runner would send it. Raises BankFault on other objects."""
    if value is None or type(value) in (bool, int, float, complex, str):
        return value
    if isinstance(value, np.generic):
        return Array(np.asarray(value), "numpy", True)
    if isinstance(value, np.ndarray):
        return Array(value, "numpy", False)
    if is_tensor(value):
        return Array(value.detach().cpu().numpy(), "torch", False)
    if isinstance(value, dict):
        return {str(key): from_native(item) for key, item in value.items()}
    if isinstance(value, (tuple, list)):
        return (
            type(value)(map(from_native, value))
            if type(value) in (tuple, list)
            else tuple(map(from_native, value))
        )
    raise BankFault(
        f"the reference returned a {type(value).__name__}, which is not an array or a plain value"
    )


def from_tree(tree: Any) -> Any:
    """The same nesting with NumPy arrays in place of `wire.Array`."""
    if isinstance(tree, Array):
        return tree.data
    if isinstance(tree, dict):
        return {key: from_tree(item) for key, item in tree.items()}
    if isinstance(tree, (tuple, list)):
        return type(tree)(map(from_tree, tree))
    return tree


def is_finite(value: Any) -> bool:
    """No NaN and no infinity anywhere in a nesting of arrays and plain values."""
    return all(
        bool(np.isfinite(leaf).all())
        for _, leaf in leaves(value)
        if isinstance(leaf, (np.ndarray, float)) and np.asarray(leaf).dtype.kind in "fc"
    )


def is_tensor(value: Any) -> bool:
    torch = sys.modules.get("torch")
    return torch is not None and isinstance(value, torch.Tensor)


def map_arrays(change: Callable[[np.ndarray[Any, Any]], Any], value: Any) -> Any:
    """The same structure with every NumPy array replaced by `change(array)`."""
    if isinstance(value, np.ndarray):
        return change(value)
    if isinstance(value, dict):
        return {key: map_arrays(change, item) for key, item in value.items()}
    if isinstance(value, (tuple, list)):
        return type(value)(map_arrays(change, item) for item in value)
    return value


def plain(value: Any) -> Any:
    """What `generate` returned for one name, NumPy scalars as Python values. Raises BankFault on other
    objects."""
    if isinstance(value, np.generic):
        return value.item()
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, (tuple, list)):
        return [plain(item) for item in value] if isinstance(value, list) else tuple(map(plain, value))
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    if type(value) is np.ndarray and value.dtype.kind in "biufc":
        return value
    raise BankFault(
        f"generate() returned a {type(value).__name__}; arrays of numbers and plain values are possible"
    )


def to_native(inputs: Mapping[str, Any], framework: str) -> dict[str, Any]:
    """Private writable copies of the inputs: NumPy arrays, or CPU tensors for torch."""
    if framework == "numpy":
        return {name: map_arrays(np.array, value) for name, value in inputs.items()}
    import torch

    return {
        name: map_arrays(lambda array: torch.from_numpy(np.array(array)), value)
        for name, value in inputs.items()
    }


def as_array(tree: Any) -> np.ndarray[Any, Any] | None:
    """A tree read as numbers: arrays, scalars, bools and nested sequences of them; None for anything else."""
    if isinstance(tree, Array):
        return tree.data
    if isinstance(tree, (bool, int, float, complex)):
        array = np.asarray(tree)
        return array if array.dtype != object else None
    if isinstance(tree, (tuple, list)):
        parts = [as_array(item) for item in tree]
        if not parts or any(part is None or part.shape != parts[0].shape for part in parts):  # type: ignore[union-attr]
            return None
        return np.stack(parts)  # type: ignore[arg-type]
    return None


def describe(tree: Any) -> str:
    """A short noun for the learner: "float64 (4, 3)", "a list of 3", "None", "a Python int"."""
    if isinstance(tree, Array):
        return (
            f"{tree.data.dtype.name} {tree.data.shape}"
            if tree.data.shape
            else f"{tree.data.dtype.name} scalar"
        )
    if isinstance(tree, Opaque):
        return f"an object of type {tree.type_name}"
    if tree is None:
        return "None"
    if isinstance(tree, (list, tuple, dict)):
        return f"a {type(tree).__name__} of {len(tree)}"
    return f"a Python {type(tree).__name__}"


def modified(inputs: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[str, ...]:
    """Names of the inputs that are not, bit for bit, what they were. `after` is a tree of `wire.Array`."""
    return tuple(name for name, value in inputs.items() if not _unchanged(value, after.get(name)))


def _unchanged(value: Any, after: Any) -> bool:
    if isinstance(value, np.ndarray):
        if not isinstance(after, Array) or after.data.dtype != value.dtype or after.data.shape != value.shape:
            return False
        return bool(np.array_equal(value, after.data, equal_nan=value.dtype.kind in "fc"))
    if isinstance(value, dict):
        return (
            isinstance(after, dict)
            and value.keys() == after.keys()
            and all(_unchanged(item, after[key]) for key, item in value.items())
        )
    if isinstance(value, (tuple, list)):
        return (
            isinstance(after, (tuple, list))
            and len(value) == len(after)
            and all(map(_unchanged, value, after))
        )
    if isinstance(after, Array):  # a NumPy scalar that crossed the wire
        return bool(after.data.shape == () and after.data.item() == value)
    return type(after) is type(value) and (after == value or value != value)
