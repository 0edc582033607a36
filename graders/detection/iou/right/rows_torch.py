import torch


def iou(boxes_a, boxes_b):
    """One row of the answer at a time."""
    boxes_a = boxes_a if boxes_a.is_floating_point() else boxes_a.float()
    boxes_b = boxes_b if boxes_b.is_floating_point() else boxes_b.float()
    out = boxes_a.new_zeros(boxes_a.shape[0], boxes_b.shape[0])
    area_b = (boxes_b[:, 2:] - boxes_b[:, :2]).prod(1)
    for row, box in zip(out, boxes_a, strict=True):
        sides = torch.minimum(box[2:], boxes_b[:, 2:]) - torch.maximum(box[:2], boxes_b[:, :2])
        overlap = sides.clamp(min=0).prod(1)
        union = (box[2] - box[0]) * (box[3] - box[1]) + area_b - overlap
        row[union > 0] = (overlap / union)[union > 0]
    return out
