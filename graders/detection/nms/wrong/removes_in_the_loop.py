# wrong answer
import numpy as np


def nms(boxes, scores, iou_threshold):
    """The list shrinks under the loop, which then skips a box."""
    n = len(boxes)
    x1, y1, x2, y2 = boxes.astype(float).T
    w = (np.minimum(x2[:, None], x2) - np.maximum(x1[:, None], x1)).clip(0)
    h = (np.minimum(y2[:, None], y2) - np.maximum(y1[:, None], y1)).clip(0)
    inter, area = w * h, (x2 - x1) * (y2 - y1)
    drops = inter > iou_threshold * (area[:, None] + area - inter)
    left = sorted(range(n), key=lambda i: -scores[i])
    keep = []
    for i in left:
        keep.append(i)
        for j in left:
            if j != i and drops[i, j]:
                left.remove(j)
    return np.array(keep, dtype=np.int64)
