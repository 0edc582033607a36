# wrong answer
# floor(x / scale + zero_point + 1/2): halves go up
import torch


def spread(x, axis):
    if axis is None:
        return x.min(), x.max()
    flat = x.transpose(0, axis).flatten(1)
    return flat.min(1).values, flat.max(1).values


def quant_params(x, axis=None, symmetric=True):
    lo, hi = spread(x, axis)
    lo, hi = torch.clamp(lo, max=0.0), torch.clamp(hi, min=0.0)
    scale = torch.max(hi, -lo) / 127 if symmetric else (hi - lo) / 255
    scale = torch.where(scale == 0, torch.ones_like(scale), scale)
    zp = torch.zeros_like(scale) if symmetric else torch.round(-128 - lo / scale)
    return scale, zp.to(torch.int64)


def lift(v, x, axis):
    return v if axis is None else v[(...,) + (None,) * (x.dim() - 1 - axis)]


def quantize(x, scale, zero_point, axis=None):
    level = torch.floor(x / lift(scale, x, axis) + lift(zero_point, x, axis) + 0.5)
    return torch.clamp(level, -128, 127).to(torch.int8)


def dequantize(q, scale, zero_point, axis=None):
    return (lift(scale, q, axis) * (q.to(torch.int32) - lift(zero_point, q, axis))).to(torch.float32)


def int8_matmul(qx, qw, sx, zx, sw):
    total = (qx.to(torch.int32) - zx) @ qw.to(torch.int32).T
    return (total * (sx * sw)).to(torch.float32)
