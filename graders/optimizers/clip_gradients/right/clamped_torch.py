"""As torch.nn.utils does it, out of place."""

import torch


def clip_by_global_norm(grads, max_norm):
    if not grads:
        return [], torch.tensor(0.0)
    total = torch.linalg.vector_norm(torch.stack([torch.linalg.vector_norm(g) for g in grads]))
    coefficient = torch.clamp(max_norm / (total + 1e-6), max=1.0)
    return [g * coefficient for g in grads], total


def clip_by_value(grads, limit):
    return [torch.clamp(g, min=-limit, max=limit) for g in grads]
