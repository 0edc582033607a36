# wrong answer
import numpy as np


def iou(boxes_a, boxes_b):
    if len(boxes_a) == 0 or len(boxes_b) == 0:
        return np.array([])
    boxes_a, boxes_b = 1.0 * boxes_a, 1.0 * boxes_b
    rows = []
    for box in boxes_a:
        lt, rb = np.maximum(box[:2], boxes_b[:, :2]), np.minimum(box[2:], boxes_b[:, 2:])
        inter = np.maximum(rb - lt, 0).prod(1)
        union = (box[2:] - box[:2]).prod() + (boxes_b[:, 2:] - boxes_b[:, :2]).prod(1) - inter
        rows.append(np.where(union > 0, inter / np.where(union > 0, union, 1), 0))
    return np.array(rows, dtype=boxes_a.dtype)
