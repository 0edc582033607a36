import torch


def pairwise_iou(boxes):
    lt = torch.maximum(boxes[:, None, :2], boxes[None, :, :2])
    rb = torch.minimum(boxes[:, None, 2:], boxes[None, :, 2:])
    inter = (rb - lt).clamp(min=0).prod(-1)
    area = (boxes[:, 2:] - boxes[:, :2]).prod(-1)
    return torch.nan_to_num(inter / (area[:, None] + area - inter))


def nms(boxes, scores, iou_threshold):
    """One matrix of overlaps, then a walk down its rows."""
    _, order = torch.sort(scores, descending=True, stable=True)
    covers = pairwise_iou(boxes[order]) > iou_threshold
    gone = torch.zeros(len(boxes), dtype=torch.bool, device=boxes.device)
    keep = []
    for i in range(len(boxes)):
        if not gone[i]:
            keep.append(i)
            gone |= covers[i]
    return order[torch.tensor(keep, dtype=torch.long, device=order.device)]
