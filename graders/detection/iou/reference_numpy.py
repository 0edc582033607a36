from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating[Any]]


def iou(boxes_a: NDArray[Any], boxes_b: NDArray[Any]) -> Floats:
    """Intersection over union of every box of one set with every box of another.

    boxes_a: (N, 4), boxes_b: (M, 4); rows (x1, y1, x2, y2) in continuous coordinates. Returns (N, M).
    A pair whose union has no area scores 0. Everingham et al. 2010, "The PASCAL VOC Challenge", section 4.2.
    """
    a = boxes_a[:, None] * 1.0  # (N, 1, 4); the product makes floats of integers
    b = boxes_b[None, :] * 1.0  # (1, M, 4)

    # (N, M); negative where the boxes lie apart
    width = np.minimum(a[..., 2], b[..., 2]) - np.maximum(a[..., 0], b[..., 0])
    height = np.minimum(a[..., 3], b[..., 3]) - np.maximum(a[..., 1], b[..., 1])
    intersection = width.clip(min=0) * height.clip(min=0)

    union = area(a) + area(b) - intersection  # (N, 1) + (1, M) - (N, M)
    result: Floats = np.divide(intersection, union, out=np.zeros_like(union), where=union > 0)
    return result


def area(boxes: Floats) -> Floats:
    """Areas of boxes (..., 4): (...)."""
    width: Floats = boxes[..., 2] - boxes[..., 0]
    height: Floats = boxes[..., 3] - boxes[..., 1]
    return width * height
