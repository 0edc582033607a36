import torch


def nms(boxes, scores, iou_threshold):
    """Carries boxes and indices along and thins both out."""
    index = torch.sort(-scores, stable=True).indices
    boxes = boxes[index] * 1.0
    keep = index[:0]
    while len(index):
        first = boxes[0]
        keep = torch.cat([keep, index[:1]])
        w = (torch.minimum(first[2], boxes[:, 2]) - torch.maximum(first[0], boxes[:, 0])).relu()
        h = (torch.minimum(first[3], boxes[:, 3]) - torch.maximum(first[1], boxes[:, 1])).relu()
        inter = w * h
        area = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
        stays = ~(inter / (area[0] + area - inter) > iou_threshold)
        stays[0] = False
        index, boxes = index[stays], boxes[stays]
    return keep
