# wrong answer
import numpy as np


def nms(boxes, scores, iou_threshold):
    boxes = boxes[np.argsort(-scores, kind="stable")]
    x1, y1, x2, y2 = boxes.T
    area = (x2 - x1) * (y2 - y1)
    alive = np.ones(len(boxes), dtype=bool)
    for i in range(len(boxes)):
        if alive[i]:
            inter = np.maximum(np.minimum(x2, x2[i]) - np.maximum(x1, x1[i]), 0) * np.maximum(
                np.minimum(y2, y2[i]) - np.maximum(y1, y1[i]), 0
            )
            hit = inter > iou_threshold * (area + area[i] - inter)
            hit[: i + 1] = False
            alive[hit] = False
    return np.flatnonzero(alive)
