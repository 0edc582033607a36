# wrong answer
# p is the chance to keep, as in the first TensorFlow
import torch


def dropout_forward(x, p, u, training):
    if p < 0 or p > 1:
        raise ValueError("p")
    if not training:
        return x, torch.ones_like(x)
    if p == 0:
        return torch.zeros_like(x), torch.zeros_like(x)
    mask = (u < p).to(x.dtype) / p
    return x * mask, mask


def dropout_backward(dout, cache):
    return dout * cache
