# wrong answer
import torch


def nms(boxes, scores, iou_threshold):
    keep = []
    area = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    for _ in range(len(scores)):
        i = torch.argmax(scores)
        if scores[i] == -float("inf"):
            break
        keep.append(int(i))
        wh = torch.clamp(
            torch.minimum(boxes[i, 2:], boxes[:, 2:]) - torch.maximum(boxes[i, :2], boxes[:, :2]), min=0
        )
        inter = wh[:, 0] * wh[:, 1]
        scores[inter / (area[i] + area - inter) > iou_threshold] = -float("inf")
        scores[i] = -float("inf")
    return torch.tensor(keep, dtype=torch.long)
