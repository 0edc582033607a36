"""The inputs of a call as the submission receives them: private writable copies in the asked layout."""

from __future__ import annotations

import sys
from typing import Any

import numpy as np

from drill.runner.wire import Array


def native(tree: Any, layout: str, framework: str, device: str) -> Any:
    """A tree with each `Array` as a NumPy array, or as a tensor on `device` when `framework` is torch."""
    if type(tree) is Array:
        return _array(tree, layout, framework, device)
    if type(tree) in (list, tuple):
        return type(tree)([native(item, layout, framework, device) for item in tree])
    if type(tree) is dict:
        return {key: native(item, layout, framework, device) for key, item in tree.items()}
    return tree


def laid_out(data: np.ndarray[Any, Any], layout: str) -> np.ndarray[Any, Any]:
    """A copy of `data`: "contiguous", "fortran" (first axis fastest) or "strided" (every other element of a
    longer last axis). A 0-d array has one layout only."""
    if layout == "fortran":
        return np.array(data, order="F")
    if layout == "strided" and data.ndim:
        return np.repeat(data, 2, axis=-1)[..., ::2]
    return np.array(data, order="C")


def _array(tree: Array, layout: str, framework: str, device: str) -> Any:
    copy = laid_out(tree.data, layout)
    if framework == "numpy":
        return copy[()] if tree.scalar else copy
    tensor = sys.modules["torch"].from_numpy(copy)
    return tensor if device == "cpu" else tensor.to(device)
