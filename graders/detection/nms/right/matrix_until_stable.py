import numpy as np


def nms(boxes, scores, iou_threshold):
    """All IoUs at once; then drop whoever a surviving better box covers, until nothing changes."""
    order = np.lexsort((np.arange(len(scores)), -scores))
    x1, y1, x2, y2 = boxes[order].T
    w = np.minimum.outer(x2, x2) - np.maximum.outer(x1, x1)
    h = np.minimum.outer(y2, y2) - np.maximum.outer(y1, y1)
    inter = np.maximum(w, 0) * np.maximum(h, 0)
    area = (x2 - x1) * (y2 - y1)
    union = np.add.outer(area, area) - inter
    iou = inter / np.where(union > 0, union, 1)
    covers = np.triu(iou > iou_threshold, k=1)
    alive = np.ones(len(order), dtype=bool)
    while True:
        still = ~covers[alive].any(axis=0)
        if (still == alive).all():
            return order[alive]
        alive = still
