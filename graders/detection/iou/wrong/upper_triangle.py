# wrong answer
import numpy as np


def iou(boxes_a, boxes_b):
    """IoU is symmetric, so only pairs with j >= i are computed: but these are two sets."""
    dtype = boxes_a.dtype if boxes_a.dtype.kind == "f" else np.float64
    a, b = boxes_a.astype(dtype), boxes_b.astype(dtype)
    result = np.zeros((len(a), len(b)), dtype)
    for i, box in enumerate(a):
        others = b[i:]
        lt, rb = np.maximum(box[:2], others[:, :2]), np.minimum(box[2:], others[:, 2:])
        inter = (rb - lt).clip(0).prod(axis=1)
        union = (box[2:] - box[:2]).prod() + (others[:, 2:] - others[:, :2]).prod(axis=1) - inter
        result[i, i:] = np.divide(inter, union, out=np.zeros_like(inter), where=union > 0)
    return result
