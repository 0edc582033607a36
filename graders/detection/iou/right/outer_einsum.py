import numpy as np


def overlap(low_a, high_a, low_b, high_b):
    return np.maximum(np.minimum.outer(high_a, high_b) - np.maximum.outer(low_a, low_b), 0.0)


def iou(boxes_a, boxes_b):
    """One axis at a time with `ufunc.outer`, in double precision, rounded to the boxes' type at the end."""
    dtype = boxes_a.dtype if boxes_a.dtype in (np.float32, np.float64) else np.float64
    ax1, ay1, ax2, ay2 = boxes_a.T.astype(np.float64)
    bx1, by1, bx2, by2 = boxes_b.T.astype(np.float64)
    inter = np.einsum("nm,nm->nm", overlap(ax1, ax2, bx1, bx2), overlap(ay1, ay2, by1, by2))
    total = np.add.outer((ax2 - ax1) * (ay2 - ay1), (bx2 - bx1) * (by2 - by1))
    union = total - inter
    return (inter / np.where(union == 0, 1, union)).astype(dtype)
