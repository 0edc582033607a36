# wrong answer
import numpy as np


def nms(boxes, scores, iou_threshold):
    order = np.argsort(-scores, kind="stable")
    b = boxes[order]
    lt = np.maximum(b[:, None, :2], b[None, :, :2])
    rb = np.minimum(b[:, None, 2:], b[None, :, 2:])
    inter = np.prod(np.clip(rb - lt, 0, None), axis=-1)
    area = np.prod(b[:, 2:] - b[:, :2], axis=-1)
    union = area[:, None] + area[None] - inter
    iou = inter / np.where(union == 0, 1, union)
    suppressed = np.triu(iou > iou_threshold, 1).any(axis=0)
    return order[~suppressed]
