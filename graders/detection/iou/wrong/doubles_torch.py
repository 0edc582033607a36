# wrong answer
import torch


def iou(boxes_a, boxes_b):
    a, b = boxes_a.double(), boxes_b.double()
    wh = (torch.min(a[:, None, 2:], b[None, :, 2:]) - torch.max(a[:, None, :2], b[None, :, :2])).clamp(min=0)
    inter = wh.prod(dim=2)
    union = (a[:, 2:] - a[:, :2]).prod(dim=1)[:, None] + (b[:, 2:] - b[:, :2]).prod(dim=1) - inter
    return torch.where(union > 0, inter / union, 0.0)
