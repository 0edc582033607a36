from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating[Any]]


def nms(boxes: Floats, scores: Floats, iou_threshold: float) -> NDArray[np.int64]:
    """Greedy non-maximum suppression: indices of the boxes kept, best score first, int64 (K,).

    boxes: (N, 4), rows (x1, y1, x2, y2); scores: (N,). A box goes when its IoU with a box already kept is
    greater than the threshold. Felzenszwalb et al. 2010, "Object Detection with Discriminatively Trained
    Part-Based Models", section 7.2.
    """
    order = np.argsort(-scores, kind="stable")  # best first; equal scores keep the order of their indices
    keep = []
    while order.size:
        best, rest = order[0], order[1:]
        keep.append(best)
        order = rest[~overlap(boxes[best], boxes[rest], iou_threshold)]
    return np.array(keep, dtype=np.int64)


def overlap(box: Floats, others: Floats, iou_threshold: float) -> NDArray[np.bool_]:
    """Which of `others` (R, 4) have an IoU with `box` (4,) greater than the threshold: bool (R,)."""
    width = np.minimum(box[2], others[:, 2]) - np.maximum(box[0], others[:, 0])
    height = np.minimum(box[3], others[:, 3]) - np.maximum(box[1], others[:, 1])
    intersection: Floats = np.maximum(width, 0) * np.maximum(height, 0)
    union = area(box) + area(others) - intersection
    return intersection > iou_threshold * union  # no division, so nothing special where the union is 0


def area(boxes: Floats) -> Floats:
    """Areas of boxes (..., 4): (...)."""
    width: Floats = boxes[..., 2] - boxes[..., 0]
    height: Floats = boxes[..., 3] - boxes[..., 1]
    return width * height
