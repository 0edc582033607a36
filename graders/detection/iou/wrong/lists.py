# wrong answer
import numpy as np


def iou(boxes_a, boxes_b):
    result = []
    for a in np.asarray(boxes_a, dtype=float):
        lo, hi = np.maximum(a[:2], boxes_b[:, :2]), np.minimum(a[2:], boxes_b[:, 2:])
        inter = np.clip(hi - lo, 0, None).prod(axis=1)
        union = (a[2] - a[0]) * (a[3] - a[1]) + (1.0 * boxes_b[:, 2:] - boxes_b[:, :2]).prod(axis=1) - inter
        result.append([float(i / u) if u > 0 else 0.0 for i, u in zip(inter, union)])
    return result
