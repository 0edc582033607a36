# wrong answer
import numpy as np


def nms(boxes, scores, iou_threshold):
    """Fast R-CNN's loop, where `inds` counts from the second box of the order."""
    x1, y1, x2, y2 = boxes.astype(float).T
    areas = (x2 - x1) * (y2 - y1)
    order = np.argsort(-scores, kind="stable")
    keep = []
    while order.size > 0:
        i = order[0]
        keep.append(i)
        w = np.maximum(0.0, np.minimum(x2[i], x2[order[1:]]) - np.maximum(x1[i], x1[order[1:]]))
        h = np.maximum(0.0, np.minimum(y2[i], y2[order[1:]]) - np.maximum(y1[i], y1[order[1:]]))
        inter = w * h
        inds = np.where(inter <= iou_threshold * (areas[i] + areas[order[1:]] - inter))[0]
        order = order[inds]
    return np.array(keep, dtype=np.int64)
