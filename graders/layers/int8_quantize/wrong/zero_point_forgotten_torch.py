# wrong answer
# the product treats qx as if its zero point were 0
import torch


def quant_params(x, axis=None, symmetric=True):
    dims = [d for d in range(x.ndim) if d != axis]
    low, high = x.amin(dims).clamp_max(0), x.amax(dims).clamp_min(0)
    scale = torch.maximum(high, -low) / 127 if symmetric else (high - low) / 255
    scale = scale + (scale == 0).to(x.dtype)
    zero_point = (-128 - low / scale).round().long()
    return scale, zero_point * (0 if symmetric else 1)


def expand(v, a, axis):
    return v if axis is None else v.reshape([-1 if d == axis else 1 for d in range(a.ndim)])


def quantize(x, scale, zero_point, axis=None):
    q = (x / expand(scale, x, axis)).round() + expand(zero_point, x, axis)
    return q.clip(-128, 127).to(torch.int8)


def dequantize(q, scale, zero_point, axis=None):
    return ((q.double() - expand(zero_point, q, axis)) * expand(scale, q, axis)).float()


def int8_matmul(qx, qw, sx, zx, sw):
    return (sx * sw * torch.einsum("nd,md->nm", qx.double(), qw.double())).float()
