# wrong answer
# backward lets through what was kept, without the scale
import torch


def dropout_forward(x, p, u, training):
    if p < 0.0 or p > 1.0:
        raise ValueError("drop probability")
    if not training:
        return x.clone(), torch.ones_like(x, dtype=torch.bool)
    keep = torch.ge(u, p)
    if p == 1:
        return torch.zeros_like(x), keep
    return (x / (1 - p)).masked_fill(~keep, 0.0), keep


def dropout_backward(dout, cache):
    return dout.masked_fill(~cache, 0.0)
