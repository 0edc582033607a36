import numpy as np


def iou(boxes_a, boxes_b):
    """Corners as points (N, M, 2), sides multiplied by `prod`, 0/0 put right afterwards."""
    if not np.issubdtype(boxes_a.dtype, np.floating):
        boxes_a, boxes_b = boxes_a.astype(np.float64), boxes_b.astype(np.float64)
    low = np.maximum(boxes_a[:, np.newaxis, :2], boxes_b[np.newaxis, :, :2])
    high = np.minimum(boxes_a[:, np.newaxis, 2:], boxes_b[np.newaxis, :, 2:])
    shared = np.prod(np.clip(high - low, 0, None), axis=2)
    area_a = np.prod(boxes_a[:, 2:] - boxes_a[:, :2], axis=1)
    area_b = np.prod(boxes_b[:, 2:] - boxes_b[:, :2], axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = shared / (area_a[:, None] + area_b - shared)
    ratio[np.isnan(ratio)] = 0
    return ratio
