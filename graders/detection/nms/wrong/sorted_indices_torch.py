# wrong answer
import torch


def nms(boxes, scores, iou_threshold):
    n = boxes.shape[0]
    order = torch.argsort(scores, descending=True, stable=True)
    keep = torch.ones(n, dtype=torch.bool)
    area = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    for a in range(n):
        i = order[a]
        if not keep[i]:
            continue
        js = order[a + 1 :]
        w = (torch.min(boxes[i, 2], boxes[js, 2]) - torch.max(boxes[i, 0], boxes[js, 0])).clamp(min=0)
        h = (torch.min(boxes[i, 3], boxes[js, 3]) - torch.max(boxes[i, 1], boxes[js, 1])).clamp(min=0)
        inter = w * h
        iou = inter / (area[i] + area[js] - inter)
        keep[js[iou > iou_threshold]] = False
    return torch.nonzero(keep).flatten()
