# wrong answer
import numpy as np


def iou(boxes_a, boxes_b):
    """Rounded as the example shows it."""
    dtype = boxes_a.dtype if boxes_a.dtype.kind == "f" else np.float64
    ax1, ay1, ax2, ay2 = boxes_a.astype(dtype).T[:, :, None]
    bx1, by1, bx2, by2 = boxes_b.astype(dtype).T
    inter = np.maximum(np.minimum(ax2, bx2) - np.maximum(ax1, bx1), 0)
    inter = inter * np.maximum(np.minimum(ay2, by2) - np.maximum(ay1, by1), 0)
    union = (ax2 - ax1) * (ay2 - ay1) + (bx2 - bx1) * (by2 - by1) - inter
    return np.round(inter / np.where(union == 0, 1, union), 4).astype(dtype)
