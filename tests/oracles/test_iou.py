"""iou against counting pixels: with whole numbers an area is a number of unit squares."""

from __future__ import annotations

from fractions import Fraction
from importlib import import_module
from typing import Any

import numpy as np
import pytest

GRID = 12
Cells = set[tuple[int, int]]


def iou(framework: str, boxes_a: Any, boxes_b: Any) -> Any:
    """The reference's answer to NumPy boxes, as a NumPy array."""
    if framework == "torch":
        torch = pytest.importorskip("torch")
        boxes_a, boxes_b = torch.from_numpy(boxes_a), torch.from_numpy(boxes_b)
    result = import_module(f"graders.detection.iou.reference_{framework}").iou(boxes_a, boxes_b)
    return np.asarray(result)


def cells(box: Any) -> Cells:
    x1, y1, x2, y2 = (int(c) for c in box)
    return {(x, y) for x in range(x1, x2) for y in range(y1, y2)}


def by_counting(boxes_a: Any, boxes_b: Any) -> list[list[float]]:
    sets_a, sets_b = [cells(box) for box in boxes_a], [cells(box) for box in boxes_b]
    return [[float(Fraction(len(a & b), len(a | b) or 1)) for b in sets_b] for a in sets_a]


def whole_boxes(rng: np.random.Generator, n: int) -> Any:
    """Corners of whole numbers; one in eight or so has no area."""
    corners = np.sort(rng.integers(0, GRID, (n, 2, 2)), axis=1)
    return corners.reshape(n, 4)


@pytest.mark.parametrize("framework", ["numpy", "torch"])
@pytest.mark.parametrize("dtype", ["float32", "float64", "int64", "int32", "uint8"])
@pytest.mark.parametrize("seed", range(5))
def test_equals_the_count_of_pixels(framework: str, dtype: str, seed: int) -> None:
    rng = np.random.default_rng(seed)
    boxes_a, boxes_b = whole_boxes(rng, 20).astype(dtype), whole_boxes(rng, 30).astype(dtype)
    result = iou(framework, boxes_a, boxes_b)
    np.testing.assert_allclose(result, by_counting(boxes_a, boxes_b), rtol=1e-6, atol=0)
    integers = "float64" if framework == "numpy" else "float32"
    assert result.dtype == (dtype if dtype.startswith("float") else integers)


@pytest.mark.parametrize("framework", ["numpy", "torch"])
@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize(("scale", "shift"), [(2.0**-40, 0.0), (2.0**-10, 0.25), (2.0**20, 0.0), (1.0, -7.0)])
def test_does_not_depend_on_scale_and_place(framework: str, dtype: str, scale: float, shift: float) -> None:
    rng = np.random.default_rng(3)
    boxes = whole_boxes(rng, 25)
    moved = (boxes * scale + shift).astype(dtype)  # powers of two: exact
    np.testing.assert_allclose(iou(framework, moved, moved), by_counting(boxes, boxes), rtol=1e-6, atol=0)


@pytest.mark.parametrize("framework", ["numpy", "torch"])
@pytest.mark.parametrize(("dtype", "largest"), [("uint8", 255), ("int32", 150_000), ("int64", 150_000)])
def test_does_not_overflow(framework: str, dtype: str, largest: int) -> None:
    boxes = np.array([[0, 0, largest, largest], [0, 0, largest, largest // 5], [3, 2, 4, 3]], dtype=dtype)
    low = largest // 5 / largest
    small = 1 / largest**2
    expected = [[1, low, small], [low, 1, small / low], [small, small / low, 1]]
    np.testing.assert_allclose(iou(framework, boxes, boxes), expected, rtol=1e-6, atol=0)


@pytest.mark.parametrize("framework", ["numpy", "torch"])
@pytest.mark.parametrize(("n", "m"), [(0, 3), (4, 0), (0, 0)])
def test_no_boxes(framework: str, n: int, m: int) -> None:
    assert iou(framework, np.zeros((n, 4)), np.zeros((m, 4))).shape == (n, m)


@pytest.mark.parametrize("framework", ["numpy", "torch"])
def test_the_example_of_the_statement(framework: str) -> None:
    boxes_a = np.array([[0.0, 0, 2, 2], [3, 3, 5, 5]])
    boxes_b = np.array([[1.0, 1, 3, 3], [0, 0, 2, 1]])
    np.testing.assert_allclose(iou(framework, boxes_a, boxes_b), [[1 / 7, 0.5], [0.0, 0.0]], rtol=1e-12)
