import numpy as np


def iou(boxes_a, boxes_b):
    """A loop over the first set only; each row is compared with all of the second at once."""
    dtype = np.result_type(boxes_a.dtype, 1.0) if boxes_a.dtype.kind == "f" else np.float64
    boxes_a, boxes_b = boxes_a.astype(dtype), boxes_b.astype(dtype)
    area_b = np.prod(boxes_b[:, 2:] - boxes_b[:, :2], axis=1)
    result = np.zeros((len(boxes_a), len(boxes_b)), dtype=dtype)
    for i, (x1, y1, x2, y2) in enumerate(boxes_a):
        dx = np.minimum(x2, boxes_b[:, 2]) - np.maximum(x1, boxes_b[:, 0])
        dy = np.minimum(y2, boxes_b[:, 3]) - np.maximum(y1, boxes_b[:, 1])
        overlap = np.where((dx > 0) & (dy > 0), dx * dy, 0)
        union = (x2 - x1) * (y2 - y1) + area_b - overlap
        some = union > 0
        result[i, some] = overlap[some] / union[some]
    return result
