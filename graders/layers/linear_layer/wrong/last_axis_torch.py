# run-time error
# acts on the last axis, as torch.nn.Linear does
import torch


def linear_forward(x, w, b):
    out = torch.matmul(x, w.T)
    return (out if b is None else out + b), (x, w, b)


def linear_backward(dout, cache):
    x, w, b = cache
    return dout @ w, dout.T @ x, None if b is None else dout.sum(0)
