# wrong answer
import torch


def iou(boxes_a, boxes_b):
    boxes_a, boxes_b = boxes_a * 1.0, boxes_b * 1.0
    x1 = torch.maximum(boxes_a[:, 0], boxes_b[:, 0])
    y1 = torch.maximum(boxes_a[:, 1], boxes_b[:, 1])
    x2 = torch.minimum(boxes_a[:, 2], boxes_b[:, 2])
    y2 = torch.minimum(boxes_a[:, 3], boxes_b[:, 3])
    inter = (x2 - x1).clamp(min=0) * (y2 - y1).clamp(min=0)
    area1 = (boxes_a[:, 2] - boxes_a[:, 0]) * (boxes_a[:, 3] - boxes_a[:, 1])
    area2 = (boxes_b[:, 2] - boxes_b[:, 0]) * (boxes_b[:, 3] - boxes_b[:, 1])
    union = area1 + area2 - inter
    return torch.where(union > 0, inter / union, torch.zeros_like(union))
