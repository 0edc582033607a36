# wrong answer
# never leaves the dtype of x, so float16 squares overflow
import torch


def rmsnorm_forward(x, weight, eps=1e-6):
    r = torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + eps)
    return x * r * weight, (x * r, r, weight)


def rmsnorm_backward(dout, cache):
    xh, r, weight = cache
    dw = (dout * xh).flatten(0, -2).sum(0)
    g = dout * weight
    return r * (g - xh * (g * xh).mean(-1, keepdim=True)), dw
