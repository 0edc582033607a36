# wrong answer
import numpy as np


def iou(boxes_a, boxes_b):
    A, B = boxes_a[:, None].astype(np.result_type(boxes_a, 0.0)), boxes_b.astype(np.result_type(boxes_b, 0.0))
    wh = np.minimum(A[..., 2:], B[..., 2:]) - np.maximum(A[..., :2], B[..., :2])
    inter = np.prod(np.maximum(wh, 0), -1)
    size = lambda x: np.prod(x[..., 2:] - x[..., :2], -1)
    union = size(A) + size(B)
    out = np.zeros_like(inter)
    np.divide(inter, union, out=out, where=union != 0)
    return out
