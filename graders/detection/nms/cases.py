"""Boxes and scores for `nms`. No pair has an IoU near a threshold, unless it is that threshold exactly."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

EXAMPLE = [[0, 0, 4, 4], [1, 0, 5, 4], [3, 0, 7, 4], [10, 10, 12, 12], [1, 0, 5, 3]]
EXAMPLE_SCORES = [0.6, 0.9, 0.8, 0.95, 0.7]


def generate(
    rng: np.random.Generator,
    iou_threshold: float,
    kind: str = "groups",
    n: int = 8,
    groups: int | None = None,
    side: float = 0.25,
    width: int = 3,
    step: int = 1,
    scores: str = "distinct",
    canvas: float = 1.0,
    origin: float = 0.0,
    integers: bool = False,
    then_threshold: float | None = None,
) -> dict[str, Any]:
    """`boxes` (n or a few less, 4), `scores` of as many, the threshold and that of a second call or None.

    kind: "example" | "groups" (boxes of about `side` around a few centres) | "row" (boxes `width` wide, one
    every `step`: neighbours have IoU (width - step) / (width + step)) | "copies" | "no area". All but
    "groups" hold small exact numbers.
    scores: "distinct" (also negative ones) | "negative" | "few" values | "equal" | "falling" along the index.
    """
    if kind == "example":
        boxes = np.array(EXAMPLE, dtype=float)
        return inputs(boxes, np.array(EXAMPLE_SCORES), iou_threshold, then_threshold)
    if kind == "row":
        boxes = row(n, width, step)
    elif kind == "copies":
        boxes = rng.permutation(np.repeat(row(4, width, 2 * width), 3, axis=0))
    elif kind == "no area":
        boxes = rng.permutation(without_area(rng))
    else:
        boxes = grouped(rng, n, groups or max(1, n // 4), side) * canvas + origin
        boxes = boxes.round() if integers else boxes
        boxes = apart_from(boxes, [t for t in (iou_threshold, then_threshold) if t is not None])
    drawn = draw_scores(rng, len(boxes), scores)
    return inputs(boxes.astype(np.int64) if integers else boxes, drawn, iou_threshold, then_threshold)


def inputs(boxes: Floats, scores: Floats, threshold: float, then: float | None) -> dict[str, Any]:
    return {"boxes": boxes, "scores": scores, "iou_threshold": threshold, "then_threshold": then}


def draw_scores(rng: np.random.Generator, n: int, kind: str) -> Floats:
    """Multiples of 1/8, so that they stay as distinct, or as equal, in float32."""
    if kind == "equal":
        return np.full(n, 0.5)
    if kind == "falling":
        return (n - np.arange(n)) / 8
    if kind == "few":
        return rng.integers(-1, 2, n) / 8
    return (rng.permutation(n) - (n + 1 if kind == "negative" else n // 3)) / 8


def grouped(rng: np.random.Generator, n: int, groups: int, side: float) -> Floats:
    """n boxes, wider than high, scattered around `groups` points of the unit square."""
    centre = rng.uniform(0.0, 1.0, (groups, 2))[rng.integers(0, groups, n)]
    corner = centre + rng.uniform(-0.2, 0.2, (n, 2)) * side
    sides = rng.uniform([0.7, 0.4], [1.1, 0.7], (n, 2)) * side
    return np.concatenate([corner, corner + sides], axis=1)


def row(n: int, width: int, step: int) -> Floats:
    """n boxes of the same size, each `step` to the right of the one before."""
    left = step * np.arange(n, dtype=float)
    return np.stack([left, np.zeros(n), left + width, np.full(n, 2.0)], axis=1)


def without_area(rng: np.random.Generator) -> Floats:
    """Points and lines, some of them twice, in a box; a box that touches it and one that overlaps both."""
    boxes = [[2, 3, 2, 3], [2, 3, 2, 3], [1, 1, 4, 1], [1, 1, 4, 1], [3, 0, 3, 5]]
    boxes += [[0, 0, 6, 6], [6, 0, 9, 6], [5, 5, 8, 8], [9, 6, 11, 7]]
    return np.array(boxes, dtype=float) + np.tile(rng.integers(-9, 9, 2), 2)


def apart_from(boxes: Floats, thresholds: list[float]) -> Floats:
    """The boxes without those that share an IoU within 0.001 of a threshold with an earlier one.

    Rounding can then never decide who is kept. Boxes apart from each other have IoU 0 exactly, and stay.
    """
    x1, y1, x2, y2 = boxes.T[:, :, None]
    width = np.minimum(x2, x2.T) - np.maximum(x1, x1.T)
    height = np.minimum(y2, y2.T) - np.maximum(y1, y1.T)
    shared = width.clip(0) * height.clip(0)
    area = (x2 - x1) * (y2 - y1)
    iou = shared / (area + area.T - shared)
    near = np.any([(abs(iou - t) < 1e-3) & (shared > 0) for t in thresholds], axis=0)
    apart: Floats = boxes[~np.triu(near, 1).any(axis=0)]
    return apart
