# wrong answer
import torch


def iou(boxes_a, boxes_b):
    """Areas wrap round in uint8 and int32; the intersection is taken of floats."""
    area_a = (boxes_a[:, 2] - boxes_a[:, 0]) * (boxes_a[:, 3] - boxes_a[:, 1])
    area_b = (boxes_b[:, 2] - boxes_b[:, 0]) * (boxes_b[:, 3] - boxes_b[:, 1])
    if not boxes_a.is_floating_point():
        boxes_a, boxes_b = boxes_a.float(), boxes_b.float()
    lt = torch.maximum(boxes_a[:, None, :2], boxes_b[:, :2])
    rb = torch.minimum(boxes_a[:, None, 2:], boxes_b[:, 2:])
    inter = (rb - lt).clamp(min=0).prod(dim=-1)
    union = area_a[:, None] + area_b - inter
    return torch.where(union > 0, inter / union, torch.zeros_like(union))
