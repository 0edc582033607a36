# wrong answer
import torch


def iou(boxes_a, boxes_b):
    """Generalised IoU, copied from a loss."""
    a = boxes_a[:, None] if boxes_a.is_floating_point() else boxes_a[:, None].float()
    b = boxes_b[None] if boxes_b.is_floating_point() else boxes_b[None].float()

    def area(lt, rb):
        return (rb - lt).clamp(min=0).prod(-1)

    inter = area(torch.maximum(a[..., :2], b[..., :2]), torch.minimum(a[..., 2:], b[..., 2:]))
    hull = area(torch.minimum(a[..., :2], b[..., :2]), torch.maximum(a[..., 2:], b[..., 2:]))
    union = area(a[..., :2], a[..., 2:]) + area(b[..., :2], b[..., 2:]) - inter
    return torch.nan_to_num(inter / union) - torch.nan_to_num((hull - union) / hull)
