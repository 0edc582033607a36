# wrong answer
# db is a tensor even when there is no bias
import torch


def linear_forward(x, w, b):
    flat = x.reshape(x.shape[0], -1)
    if b is None:
        b = torch.zeros(w.shape[0], dtype=x.dtype, device=x.device)
    return flat @ w.transpose(0, 1) + b, (x, w)


def linear_backward(dout, cache):
    x, w = cache
    dx = torch.matmul(dout, w).reshape(x.shape)
    dw = torch.matmul(dout.transpose(0, 1), x.reshape(x.shape[0], -1))
    return dx, dw, dout.sum(0)
