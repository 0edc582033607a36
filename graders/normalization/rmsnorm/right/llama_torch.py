# as in LLaMA: the normalised x goes back to its dtype before the weight is applied
import torch


def rmsnorm_forward(x, weight, eps=1e-6):
    h = x if x.dtype == torch.float64 else x.float()
    rstd = torch.rsqrt(h.pow(2).mean(-1, keepdim=True) + eps)
    return weight * (h * rstd).to(x.dtype), (x, rstd, weight)


def rmsnorm_backward(dout, cache):
    x, rstd, weight = cache
    x, g = x.to(rstd.dtype), dout.to(rstd.dtype)
    x_hat = x * rstd
    dweight = (g * x_hat).reshape(-1, x.size(-1)).sum(0)
    gw = g * weight
    dx = (gw - x_hat * (gw * x_hat).mean(-1, keepdim=True)) * rstd
    return dx.to(dout.dtype), dweight.to(weight.dtype)
