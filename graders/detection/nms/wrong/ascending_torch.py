# wrong answer
import torch


def nms(boxes, scores, iou_threshold):
    idxs = torch.argsort(scores, stable=True)
    areas = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    keep = []
    while idxs.numel() > 0:
        i = idxs[0]
        keep.append(i)
        rest = idxs[1:]
        lt = torch.maximum(boxes[i, :2], boxes[rest, :2])
        rb = torch.minimum(boxes[i, 2:], boxes[rest, 2:])
        wh = (rb - lt).clamp(min=0)
        inter = wh[:, 0] * wh[:, 1]
        iou = inter / (areas[i] + areas[rest] - inter)
        idxs = rest[~(iou > iou_threshold)]
    return torch.stack(keep) if keep else torch.zeros(0, dtype=torch.int64)
