# wrong answer
import numpy as np


def nms(boxes, scores, iou_threshold):
    order = [int(i) for i in np.argsort(-scores, kind="stable")]
    kept = []
    gone = set()
    for i in order:
        if i in gone:
            continue
        kept.append(i)
        inter = np.prod(
            np.clip(np.minimum(boxes[i, 2:], boxes[:, 2:]) - np.maximum(boxes[i, :2], boxes[:, :2]), 0, None),
            axis=1,
        )
        area = np.prod(boxes[:, 2:] - boxes[:, :2], axis=1)
        gone |= set(np.flatnonzero(inter > iou_threshold * (area[i] + area - inter)).tolist())
    return kept
