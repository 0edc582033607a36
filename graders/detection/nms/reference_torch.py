from __future__ import annotations

import torch


def nms(boxes: torch.Tensor, scores: torch.Tensor, iou_threshold: float) -> torch.Tensor:
    """Greedy non-maximum suppression: indices of the boxes kept, best score first, int64 (K,).

    boxes: (N, 4), rows (x1, y1, x2, y2); scores: (N,). A box goes when its IoU with a box already kept is
    greater than the threshold. Felzenszwalb et al. 2010, "Object Detection with Discriminatively Trained
    Part-Based Models", section 7.2.
    """
    order = torch.argsort(
        scores, descending=True, stable=True
    )  # equal scores keep the order of their indices
    keep = []
    while order.numel():
        best, rest = order[0], order[1:]
        keep.append(best)
        order = rest[~overlap(boxes[best], boxes[rest], iou_threshold)]
    return torch.stack(keep) if keep else order


def overlap(box: torch.Tensor, others: torch.Tensor, iou_threshold: float) -> torch.Tensor:
    """Which of `others` (R, 4) have an IoU with `box` (4,) greater than the threshold: bool (R,)."""
    width = torch.minimum(box[2], others[:, 2]) - torch.maximum(box[0], others[:, 0])
    height = torch.minimum(box[3], others[:, 3]) - torch.maximum(box[1], others[:, 1])
    intersection = width.clamp(min=0) * height.clamp(min=0)
    union = area(box) + area(others) - intersection
    return intersection > iou_threshold * union  # no division, so nothing special where the union is 0


def area(boxes: torch.Tensor) -> torch.Tensor:
    """Areas of boxes (..., 4): (...)."""
    width = boxes[..., 2] - boxes[..., 0]
    height = boxes[..., 3] - boxes[..., 1]
    return width * height
