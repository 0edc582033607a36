# wrong answer
import numpy as np


def nms(boxes, scores, iou_threshold, keep=[]):  # noqa: B006  # the mistake: one list for all calls
    boxes = boxes.astype(float)
    area = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    order = np.argsort(-scores, kind="stable")
    while len(order):
        i, order = order[0], order[1:]
        keep.append(i)
        w = np.minimum(boxes[i, 2], boxes[order, 2]) - np.maximum(boxes[i, 0], boxes[order, 0])
        h = np.minimum(boxes[i, 3], boxes[order, 3]) - np.maximum(boxes[i, 1], boxes[order, 1])
        inter = w.clip(0) * h.clip(0)
        order = order[inter <= iou_threshold * (area[i] + area[order] - inter)]
    return np.array(keep, dtype=np.int64)
