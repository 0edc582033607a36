# wrong answer
import numpy as np


def iou(boxes_a, boxes_b):
    if boxes_a.dtype.kind != "f":
        boxes_a, boxes_b = boxes_a.astype("float64"), boxes_b.astype("float64")
    x, y, w, h = boxes_a[:, 0, None], boxes_a[:, 1, None], boxes_a[:, 2, None], boxes_a[:, 3, None]
    u, v, s, t = boxes_b[:, 0], boxes_b[:, 1], boxes_b[:, 2], boxes_b[:, 3]
    dx = np.maximum(np.minimum(x + w, u + s) - np.maximum(x, u), 0)
    dy = np.maximum(np.minimum(y + h, v + t) - np.maximum(y, v), 0)
    union = w * h + s * t - dx * dy
    return np.where(union == 0, 0, dx * dy / np.where(union == 0, 1, union)).astype(boxes_a.dtype)
