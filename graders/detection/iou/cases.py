"""Boxes for `iou`: drawn in a unit square, then scaled to `canvas` and moved to `origin`."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

EXAMPLE_A = [[0, 0, 2, 2], [3, 3, 5, 5]]
EXAMPLE_B = [[1, 1, 3, 3], [0, 0, 2, 1]]


def generate(
    rng: np.random.Generator,
    kind: str = "scattered",
    n: int = 5,
    m: int = 3,
    canvas: float = 1.0,
    origin: float = 0.0,
    integers: str | None = None,
    times: int = 1,
    swap: bool = False,
) -> dict[str, Any]:
    """`boxes_a` (n, 4), `boxes_b` (m, 4) and `swap` (call again with the two exchanged).

    kind: "example" | "scattered" | "related" (copies, boxes within boxes) | "touching" | "no area".
    integers: dtype the boxes are rounded to. "example", "touching" and "no area" hold small whole numbers and
    fix n and m themselves; "no area" repeats its boxes so many `times`.
    """
    if kind == "example":
        boxes_a, boxes_b = np.array(EXAMPLE_A, float), np.array(EXAMPLE_B, float)
    elif kind == "touching":
        boxes_a, boxes_b = touching(rng)
    elif kind == "no area":
        boxes_a, boxes_b = without_area(rng, times)
    else:
        boxes_a, boxes_b = scattered(rng, n), scattered(rng, m)
        if kind == "related":
            boxes_b = np.concatenate([related(rng, boxes_a), boxes_b])
    boxes_a, boxes_b = boxes_a * canvas + origin, boxes_b * canvas + origin
    if integers:
        boxes_a, boxes_b = boxes_a.round().astype(integers), boxes_b.round().astype(integers)
    return {"boxes_a": boxes_a, "boxes_b": boxes_b, "swap": swap}


def scattered(rng: np.random.Generator, n: int) -> Floats:
    """Boxes wider than high within the unit square; some pairs overlap, some lie apart.

    Gaps are small beside the boxes: a forgotten clip then gives a wrong ratio, not a negative union.
    """
    corner = rng.uniform(0.0, 0.4, (n, 2))
    sides = rng.uniform([0.2, 0.15], [0.35, 0.3], (n, 2))
    return np.concatenate([corner, corner + sides], axis=1)


def related(rng: np.random.Generator, boxes: Floats) -> Floats:
    """A copy of the first box, a box within the second, and one around the third."""
    inward = (boxes[:, 2:] - boxes[:, :2]) * rng.uniform(0.1, 0.3, (len(boxes), 2))
    inward = np.concatenate([inward, -inward], axis=1)
    return np.stack([boxes[0], boxes[1] + inward[1], boxes[2] - inward[2]])


def touching(rng: np.random.Generator) -> tuple[Floats, Floats]:
    """One box of integers, and six: three that share an edge or a corner, two apart, one over it."""
    x, y = rng.integers(-9, 9, 2)
    w, h = rng.permutation([3, 4])
    moves = np.array([[w, 1], [-1, -h], [w, h], [-w - 2, -h - 1], [1 - w, h + 2], [1, -2]])
    box = np.array([x, y, x + w, y + h], dtype=float)
    return np.stack([box, box + 1]), box + np.tile(moves, 2)


def without_area(rng: np.random.Generator, times: int) -> tuple[Floats, Floats]:
    """A point, a flat box and a thin one in both sets, and a box around them; in the second one beside."""
    corner = np.tile(rng.integers(-9, 9, 2), 2)
    degenerate = [[1, 1, 1, 1], [0, 1, 3, 1], [1, -1, 1, 4]]
    boxes = np.array([*degenerate, [0, 0, 3, 2], [5, 0, 6, 3]], dtype=float) + corner
    return np.tile(boxes[:4], (times, 1)), np.tile(boxes, (times, 1))
