# wrong answer
import numpy as np


def nms(boxes, scores, iou_threshold):
    order = np.argsort(-scores, kind="stable")
    area = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    picked = []
    while len(order) > 0:
        i = order[0]
        picked.append(i)
        order = order[1:]
        w = np.minimum(boxes[i, 2], boxes[order, 2]) - np.maximum(boxes[i, 0], boxes[order, 0])
        h = np.minimum(boxes[i, 3], boxes[order, 3]) - np.maximum(boxes[i, 1], boxes[order, 1])
        inter = w * h
        union = area[i] + area[order] - inter
        with np.errstate(all="ignore"):
            overlap = np.nan_to_num(inter / union)
        order = order[overlap <= iou_threshold]
    return np.array(picked, dtype=int)
