# wrong answer
import numpy as np


def nms(boxes, scores, iou_threshold):
    idx = np.argsort(-scores, kind="stable")
    remaining = boxes[idx]
    result = []
    while len(remaining):
        box, remaining = remaining[0], remaining[1:]
        result.append(box)
        wh = np.minimum(box[2:], remaining[:, 2:]) - np.maximum(box[:2], remaining[:, :2])
        inter = np.clip(wh, 0, None).prod(1)
        union = (box[2:] - box[:2]).prod() + (remaining[:, 2:] - remaining[:, :2]).prod(1) - inter
        remaining = remaining[inter <= iou_threshold * union]
    return np.array(result)
