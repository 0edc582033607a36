import torch


def iou(boxes_a, boxes_b):
    """Columns by `unbind`, and a masked fill where there is nothing to divide by."""
    if not boxes_a.is_floating_point():
        boxes_a = boxes_a.to(torch.get_default_dtype())
        boxes_b = boxes_b.to(torch.get_default_dtype())
    ax1, ay1, ax2, ay2 = boxes_a.unsqueeze(1).unbind(-1)
    bx1, by1, bx2, by2 = boxes_b.unsqueeze(0).unbind(-1)
    w = torch.relu(torch.min(ax2, bx2) - torch.max(ax1, bx1))
    h = torch.relu(torch.min(ay2, by2) - torch.max(ay1, by1))
    inter = w * h
    union = (ax2 - ax1) * (ay2 - ay1) + (bx2 - bx1) * (by2 - by1) - inter
    return (inter / union).masked_fill(union == 0, 0.0)
