# wrong answer
import numpy as np


def nms(boxes, scores, iou_threshold):
    scores = scores.copy()
    keep = []
    while (scores > 0).any():
        i = int(np.argmax(scores))
        keep.append(i)
        for j in range(len(boxes)):
            w = min(boxes[i, 2], boxes[j, 2]) - max(boxes[i, 0], boxes[j, 0])
            h = min(boxes[i, 3], boxes[j, 3]) - max(boxes[i, 1], boxes[j, 1])
            inter = max(w, 0) * max(h, 0)
            union = (
                (boxes[i, 2] - boxes[i, 0]) * (boxes[i, 3] - boxes[i, 1])
                + (boxes[j, 2] - boxes[j, 0]) * (boxes[j, 3] - boxes[j, 1])
                - inter
            )
            if union > 0 and inter / union > iou_threshold:
                scores[j] = 0
        scores[i] = 0
    return np.array(keep, dtype=np.int64)
