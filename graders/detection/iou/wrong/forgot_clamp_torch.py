# wrong answer
import torch


def iou(boxes_a, boxes_b):
    if not torch.is_floating_point(boxes_a):
        boxes_a, boxes_b = boxes_a.float(), boxes_b.float()
    lt = torch.max(boxes_a[:, None, :2], boxes_b[None, :, :2])
    rb = torch.min(boxes_a[:, None, 2:], boxes_b[None, :, 2:])
    wh = rb - lt
    inter = wh[..., 0] * wh[..., 1]
    area_a = (boxes_a[:, 2] - boxes_a[:, 0]) * (boxes_a[:, 3] - boxes_a[:, 1])
    area_b = (boxes_b[:, 2] - boxes_b[:, 0]) * (boxes_b[:, 3] - boxes_b[:, 1])
    union = area_a[:, None] + area_b[None] - inter
    return torch.where(union == 0, torch.zeros_like(union), inter / union)
