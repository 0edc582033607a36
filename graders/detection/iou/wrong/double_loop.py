# time limit exceeded
import numpy as np


def pair_iou(p, q):
    w = max(0.0, min(p[2], q[2]) - max(p[0], q[0]))
    h = max(0.0, min(p[3], q[3]) - max(p[1], q[1]))
    inter = w * h
    union = (p[2] - p[0]) * (p[3] - p[1]) + (q[2] - q[0]) * (q[3] - q[1]) - inter
    return inter / union if union > 0 else 0.0


def iou(boxes_a, boxes_b):
    if boxes_a.dtype.kind != "f":
        boxes_a, boxes_b = boxes_a.astype(np.float64), boxes_b.astype(np.float64)
    out = np.zeros((len(boxes_a), len(boxes_b)), dtype=boxes_a.dtype)
    for i in range(len(boxes_a)):
        for j in range(len(boxes_b)):
            out[i, j] = pair_iou(boxes_a[i], boxes_b[j])
    return out
