# wrong answer
import torch


def iou(boxes_a, boxes_b):
    """float() also makes float32 of float64."""
    a, b = boxes_a.float(), boxes_b.float()
    w = (torch.min(a[:, 2:3], b[:, 2]) - torch.max(a[:, 0:1], b[:, 0])).clamp(min=0)
    h = (torch.min(a[:, 3:4], b[:, 3]) - torch.max(a[:, 1:2], b[:, 1])).clamp(min=0)
    inter = w * h
    union = ((a[:, 2] - a[:, 0]) * (a[:, 3] - a[:, 1])).unsqueeze(1)
    union = union + (b[:, 2] - b[:, 0]) * (b[:, 3] - b[:, 1]) - inter
    return torch.nan_to_num(inter / union)
