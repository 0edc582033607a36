import numpy as np


def nms(boxes, scores, iou_threshold):
    """Marks what is gone and walks through everybody."""
    boxes = boxes.astype(np.float64)
    x1, y1, x2, y2 = boxes[:, 0], boxes[:, 1], boxes[:, 2], boxes[:, 3]
    areas = (x2 - x1) * (y2 - y1)
    gone = np.zeros(len(boxes), dtype=bool)
    keep = []
    for i in sorted(range(len(scores)), key=lambda i: -scores[i]):
        if gone[i]:
            continue
        keep.append(i)
        dx = np.minimum(x2[i], x2) - np.maximum(x1[i], x1)
        dy = np.minimum(y2[i], y2) - np.maximum(y1[i], y1)
        inter = np.where((dx > 0) & (dy > 0), dx * dy, 0)
        with np.errstate(invalid="ignore"):
            gone |= inter / (areas[i] + areas - inter) > iou_threshold
    return np.array(keep, dtype=np.int64)
