# wrong answer
import torch


def iou(boxes_a, boxes_b):
    if not boxes_a.is_floating_point():
        boxes_a = boxes_a.to(torch.get_default_dtype())
        boxes_b = boxes_b.to(torch.get_default_dtype())
    x1 = torch.maximum(boxes_a[:, 0].unsqueeze(1), boxes_b[:, 0].unsqueeze(0))
    y1 = torch.maximum(boxes_a[:, 1].unsqueeze(1), boxes_b[:, 1].unsqueeze(0))
    x2 = torch.minimum(boxes_a[:, 2].unsqueeze(1), boxes_b[:, 2].unsqueeze(0))
    y2 = torch.minimum(boxes_a[:, 3].unsqueeze(1), boxes_b[:, 3].unsqueeze(0))
    inter = ((x2 - x1) * (y2 - y1)).clamp(min=0)
    area_a = (boxes_a[:, 2] - boxes_a[:, 0]) * (boxes_a[:, 3] - boxes_a[:, 1])
    area_b = (boxes_b[:, 2] - boxes_b[:, 0]) * (boxes_b[:, 3] - boxes_b[:, 1])
    union = area_a[:, None] + area_b[None, :] - inter
    out = torch.zeros_like(inter)
    mask = union > 0
    out[mask] = inter[mask] / union[mask]
    return out
