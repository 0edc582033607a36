# wrong answer
import torch


def nms(boxes, scores, iou_threshold):
    indices = torch.sort(scores, descending=True, stable=True)[1]
    keep = []
    while indices.numel() > 0:
        cur = indices[0]
        keep.append(cur.item())
        others = indices[1:]
        x1 = torch.maximum(boxes[cur, 0], boxes[others, 0])
        y1 = torch.maximum(boxes[cur, 1], boxes[others, 1])
        x2 = torch.minimum(boxes[cur, 2], boxes[others, 2])
        y2 = torch.minimum(boxes[cur, 3], boxes[others, 3])
        inter = torch.clamp(x2 - x1, min=0) * torch.clamp(y2 - y1, min=0)
        a = (boxes[cur, 2] - boxes[cur, 0]) * (boxes[cur, 3] - boxes[cur, 1])
        b = (boxes[others, 2] - boxes[others, 0]) * (boxes[others, 3] - boxes[others, 1])
        iou = torch.nan_to_num(inter / (a + b - inter), nan=0.0)
        indices = others[iou <= iou_threshold]
    return torch.tensor(keep)
