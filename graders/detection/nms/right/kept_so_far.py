import numpy as np


def nms(boxes, scores, iou_threshold):
    """The other way round: each candidate is compared with the boxes kept so far."""
    kept = np.empty((len(boxes), 4), dtype=np.float64)
    indices = []
    for i in np.argsort(-scores, kind="mergesort"):
        x1, y1, x2, y2 = boxes[i]
        k = kept[: len(indices)]
        dx = np.clip(np.minimum(x2, k[:, 2]) - np.maximum(x1, k[:, 0]), 0, None)
        dy = np.clip(np.minimum(y2, k[:, 3]) - np.maximum(y1, k[:, 1]), 0, None)
        both = (x2 - x1) * (y2 - y1) + (k[:, 2] - k[:, 0]) * (k[:, 3] - k[:, 1])
        if not np.any(dx * dy > iou_threshold * (both - dx * dy)):
            kept[len(indices)] = boxes[i]
            indices.append(i)
    return np.asarray(indices, dtype=np.int64)
