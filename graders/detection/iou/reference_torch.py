from __future__ import annotations

import torch


def iou(boxes_a: torch.Tensor, boxes_b: torch.Tensor) -> torch.Tensor:
    """Intersection over union of every box of one set with every box of another.

    boxes_a: (N, 4), boxes_b: (M, 4); rows (x1, y1, x2, y2) in continuous coordinates. Returns (N, M).
    A pair whose union has no area scores 0. Everingham et al. 2010, "The PASCAL VOC Challenge", section 4.2.
    """
    a = boxes_a[:, None] * 1.0  # (N, 1, 4); the product makes floats of integers
    b = boxes_b[None, :] * 1.0  # (1, M, 4)

    # (N, M); negative where the boxes lie apart
    width = torch.minimum(a[..., 2], b[..., 2]) - torch.maximum(a[..., 0], b[..., 0])
    height = torch.minimum(a[..., 3], b[..., 3]) - torch.maximum(a[..., 1], b[..., 1])
    intersection = width.clamp(min=0) * height.clamp(min=0)

    union = area(a) + area(b) - intersection  # (N, 1) + (1, M) - (N, M)
    return torch.where(union > 0, intersection / union, 0.0)


def area(boxes: torch.Tensor) -> torch.Tensor:
    """Areas of boxes (..., 4): (...)."""
    width = boxes[..., 2] - boxes[..., 0]
    height = boxes[..., 3] - boxes[..., 1]
    return width * height
