# wrong answer
import numpy as np


def overlap(p, q):
    w = min(p[2], q[2]) - max(p[0], q[0])
    h = min(p[3], q[3]) - max(p[1], q[1])
    if w <= 0 or h <= 0:
        return 0.0
    return w * h / ((p[2] - p[0]) * (p[3] - p[1]) + (q[2] - q[0]) * (q[3] - q[1]) - w * h)


def nms(boxes, scores, iou_threshold):
    order = sorted(range(len(scores)), key=lambda i: (-scores[i], i))
    keep = []
    for i in order:
        if keep and overlap(boxes[keep[-1]], boxes[i]) > iou_threshold:
            continue
        keep.append(i)
    return np.array(keep, dtype=np.int64)
