# wrong answer
# without a bias the new one is beta only
import torch


def fold_bn(w, b, gamma, beta, mean, var, eps=1e-5):
    s = gamma / (var + eps).sqrt()
    folded = torch.einsum("o...,o->o...", w, s)
    if b is None:
        return folded, beta.clone()
    return folded, s * (b - mean) + beta
