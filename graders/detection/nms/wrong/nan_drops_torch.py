# wrong answer
import torch


def nms(boxes, scores, iou_threshold):
    """0/0 is NaN, and NaN <= iou_threshold is false."""
    boxes = boxes.to(scores.dtype)
    area = (boxes[:, 2:] - boxes[:, :2]).prod(1)
    order = scores.argsort(descending=True, stable=True)
    keep = []
    while len(order) > 0:
        i, order = order[0], order[1:]
        keep.append(int(i))
        lt = torch.maximum(boxes[i, :2], boxes[order, :2])
        rb = torch.minimum(boxes[i, 2:], boxes[order, 2:])
        inter = (rb - lt).clamp(min=0).prod(1)
        order = order[inter / (area[i] + area[order] - inter) <= iou_threshold]
    return torch.tensor(keep, dtype=torch.int64)
