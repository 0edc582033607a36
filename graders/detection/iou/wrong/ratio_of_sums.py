# wrong answer
import numpy as np


def iou(boxes_a, boxes_b):
    """Overlap relative to the first set's boxes, i.e. how much of each is covered."""
    if boxes_a.dtype.kind in "ui":
        boxes_a, boxes_b = boxes_a.astype(np.float64), boxes_b.astype(np.float64)
    left = np.maximum(boxes_a[:, None, 0], boxes_b[:, 0])
    top = np.maximum(boxes_a[:, None, 1], boxes_b[:, 1])
    right = np.minimum(boxes_a[:, None, 2], boxes_b[:, 2])
    bottom = np.minimum(boxes_a[:, None, 3], boxes_b[:, 3])
    inter = np.maximum(right - left, 0) * np.maximum(bottom - top, 0)
    area = (boxes_a[:, 2] - boxes_a[:, 0]) * (boxes_a[:, 3] - boxes_a[:, 1])
    with np.errstate(all="ignore"):
        return np.nan_to_num(inter / area[:, None])
