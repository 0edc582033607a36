# wrong answer
# the old bias is added after the scaling
import torch


def fold_bn(w, b, gamma, beta, mean, var, eps=1e-5):
    std = torch.sqrt(var + eps)
    new_w = w * (gamma / std).view(-1, *[1] * (w.dim() - 1))
    new_b = beta - gamma * mean / std
    return new_w, new_b if b is None else new_b + b
