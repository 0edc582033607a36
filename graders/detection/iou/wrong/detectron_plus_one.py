# wrong answer
import numpy as np


def iou(boxes_a, boxes_b):
    boxes_a = boxes_a.astype(float) if boxes_a.dtype.kind != "f" else boxes_a
    boxes_b = boxes_b.astype(float) if boxes_b.dtype.kind != "f" else boxes_b
    area_a = (boxes_a[:, 2] - boxes_a[:, 0] + 1) * (boxes_a[:, 3] - boxes_a[:, 1] + 1)
    area_b = (boxes_b[:, 2] - boxes_b[:, 0] + 1) * (boxes_b[:, 3] - boxes_b[:, 1] + 1)
    out = np.zeros((boxes_a.shape[0], boxes_b.shape[0]), dtype=boxes_a.dtype)
    for i in range(boxes_a.shape[0]):
        xx1 = np.maximum(boxes_a[i, 0], boxes_b[:, 0])
        yy1 = np.maximum(boxes_a[i, 1], boxes_b[:, 1])
        xx2 = np.minimum(boxes_a[i, 2], boxes_b[:, 2])
        yy2 = np.minimum(boxes_a[i, 3], boxes_b[:, 3])
        w = np.maximum(0.0, xx2 - xx1 + 1)
        h = np.maximum(0.0, yy2 - yy1 + 1)
        inter = w * h
        out[i] = inter / (area_a[i] + area_b - inter)
    return out
