# wrong answer
# divides by the length of the row, not by its root mean square
import torch


def rmsnorm_forward(x, weight, eps=1e-6):
    y = x.float() if x.dtype == torch.float16 else x
    length = torch.sqrt((y * y).sum(-1, keepdim=True) + eps)
    return (weight * (y / length)).to(x.dtype), (y / length, length, weight)


def rmsnorm_backward(dout, cache):
    u, length, weight = cache
    g = dout.to(u.dtype)
    dims = list(range(g.dim() - 1))
    dw = (g * u).sum(dims)
    g = g * weight
    dx = (g - u * (g * u).sum(-1, keepdim=True)) / length
    return dx.to(dout.dtype), dw.to(weight.dtype)
