# wrong answer
import torch


def iou(boxes_a, boxes_b):
    if boxes_a.dtype not in (torch.float32, torch.float64):
        boxes_a, boxes_b = boxes_a.to(torch.float32), boxes_b.to(torch.float32)
    ax1, ay1, ax2, ay2 = (c[:, None] for c in boxes_a.T)
    bx1, by1, bx2, by2 = (c[None, :] for c in boxes_b.T)
    overlap = (torch.minimum(ax2, bx2) - torch.maximum(ax1, bx1)).clamp_min(0) * (
        torch.minimum(ay2, by2) - torch.maximum(ay1, by1)
    ).clamp_min(0)
    return overlap / ((ax2 - ax1) * (ay2 - ay1) + (bx2 - bx1) * (by2 - by1) - overlap)
