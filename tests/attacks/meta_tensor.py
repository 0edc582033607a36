# wrong answer
# Tensors without numbers: meta, sparse, quantised, lazy conjugates.
# framework: torch
import torch


def scale(x, k):
    return [torch.empty(2, 2, device="meta"), x.to_sparse(), torch.quantize_per_tensor(x.float(), 0.1, 0, torch.qint8)]
