"""nms against its definition on whole numbers, where nothing is rounded: a box
is kept when no better box that is kept has a greater IoU with it than the threshold."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from importlib import import_module
from typing import Any

import numpy as np
import pytest


def nms(framework: str, boxes: Any, scores: Any, iou_threshold: float) -> Any:
    """The reference's answer to NumPy inputs, as a NumPy array."""
    if framework == "torch":
        torch = pytest.importorskip("torch")
        boxes, scores = torch.from_numpy(boxes), torch.from_numpy(scores)
    result = import_module(f"graders.detection.nms.reference_{framework}").nms(boxes, scores, iou_threshold)
    return np.asarray(result)


def ratio(p: list[int], q: list[int]) -> Fraction:
    """IoU by counting the unit squares of both."""
    mine, yours = ({(x, y) for x in range(b[0], b[2]) for y in range(b[1], b[3])} for b in (p, q))
    return Fraction(len(mine & yours), len(mine | yours) or 1)


def by_definition(boxes: list[list[int]], scores: list[float], threshold: float) -> list[int]:
    better = {
        i: [j for j in range(len(boxes)) if (-scores[j], j) < (-scores[i], i)] for i in range(len(boxes))
    }

    @cache
    def kept(i: int) -> bool:
        return not any(kept(j) and ratio(boxes[i], boxes[j]) > Fraction(threshold) for j in better[i])

    best_first = sorted(better, key=lambda i: len(better[i]))
    return [i for i in best_first if kept(i)]


@pytest.mark.parametrize("framework", ["numpy", "torch"])
@pytest.mark.parametrize("dtype", ["float32", "float64", "int64"])
@pytest.mark.parametrize("threshold", [0.0, 0.125, 0.25, 0.5, 0.75, 1.0])
@pytest.mark.parametrize("levels", [1, 4, 1000])  # of score: all equal, many ties, few
def test_keeps_what_the_definition_keeps(framework: str, dtype: str, threshold: float, levels: int) -> None:
    rng = np.random.default_rng(levels)
    for n in (1, 7, 24):
        boxes = np.sort(rng.integers(-2, 4, (n, 2, 2)), axis=1).reshape(n, 4)
        scores = (rng.integers(0, levels, n) - levels // 2) / 8
        keep = nms(framework, boxes.astype(dtype), scores.astype(dtype.replace("int", "float")), threshold)
        assert keep.dtype == np.int64
        assert keep.tolist() == by_definition(boxes.tolist(), scores.tolist(), threshold)


@pytest.mark.parametrize("framework", ["numpy", "torch"])
def test_no_boxes(framework: str) -> None:
    keep = nms(framework, np.zeros((0, 4)), np.zeros(0), 0.5)
    assert (keep.shape, keep.dtype) == ((0,), np.int64)


@pytest.mark.parametrize("framework", ["numpy", "torch"])
def test_the_example_of_the_statement(framework: str) -> None:
    boxes = np.array([[0.0, 0, 4, 4], [1, 0, 5, 4], [3, 0, 7, 4], [10, 10, 12, 12], [1, 0, 5, 3]])
    scores = np.array([0.6, 0.9, 0.8, 0.95, 0.7])
    assert nms(framework, boxes, scores, 0.5).tolist() == [3, 1, 2]
