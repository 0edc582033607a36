import numpy as np


def iou(box, boxes):
    corner = np.maximum(box[:2], boxes[:, :2])
    sides = np.maximum(np.minimum(box[2:], boxes[:, 2:]) - corner, 0)
    shared = sides.prod(axis=1)
    total = (box[2:] - box[:2]).prod() + (boxes[:, 2:] - boxes[:, :2]).prod(axis=1) - shared
    return np.divide(shared, total, out=np.zeros(len(boxes)), where=total > 0)


def nms(boxes, scores, iou_threshold):
    """No sorting: takes the best of what remains and crosses it off, with everything it covers."""
    open_scores = scores.copy()
    picked = np.empty(len(scores), dtype=np.int64)
    count = 0
    while count < len(scores) and open_scores.max() > -np.inf:
        best = open_scores.argmax()
        picked[count] = best
        count += 1
        open_scores[iou(boxes[best], boxes) > iou_threshold] = -np.inf
        open_scores[best] = -np.inf
    return picked[:count].copy()
