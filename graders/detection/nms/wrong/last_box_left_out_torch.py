# wrong answer
import torch


def nms(boxes, scores, iou_threshold):
    """The loop ends while one box is left."""
    x1, y1, x2, y2 = boxes.unbind(1)
    area = (x2 - x1) * (y2 - y1)
    order = torch.sort(scores, descending=True, stable=True).indices
    keep = torch.empty(0, dtype=torch.int64)
    while order.numel() > 1:
        i, order = order[:1], order[1:]
        keep = torch.cat([keep, i])
        w = (torch.minimum(x2[i], x2[order]) - torch.maximum(x1[i], x1[order])).clamp(min=0)
        h = (torch.minimum(y2[i], y2[order]) - torch.maximum(y1[i], y1[order])).clamp(min=0)
        order = order[~(w * h > iou_threshold * (area[i] + area[order] - w * h))]
    return keep
