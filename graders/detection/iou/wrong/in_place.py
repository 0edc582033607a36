# wrong answer
import numpy as np


def iou(boxes_a, boxes_b):
    # to (x, y, w, h)
    boxes_a[:, 2:] -= boxes_a[:, :2]
    boxes_b[:, 2:] -= boxes_b[:, :2]
    A = boxes_a[:, None].astype(np.result_type(boxes_a, 1.0))
    B = boxes_b[None].astype(np.result_type(boxes_b, 1.0))
    low = np.maximum(A[..., :2], B[..., :2])
    high = np.minimum(A[..., :2] + A[..., 2:], B[..., :2] + B[..., 2:])
    inter = np.clip(high - low, 0, None).prod(axis=-1)
    union = A[..., 2] * A[..., 3] + B[..., 2] * B[..., 3] - inter
    return np.divide(inter, union, out=np.zeros_like(inter), where=union > 0)
