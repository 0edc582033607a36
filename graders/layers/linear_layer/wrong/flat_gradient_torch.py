# wrong answer
# dx stays (N, D)
import torch


def linear_forward(x, w, b):
    x = torch.flatten(x, start_dim=1)
    out = x @ w.T if b is None else torch.addmm(b, x, w.T)
    return out, (x, w, b is None)


def linear_backward(dout, cache):
    x, w, no_bias = cache
    return dout @ w, dout.T @ x, None if no_bias else dout.sum(0)
