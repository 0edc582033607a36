# wrong answer
# products and sums in int8, and q - zero_point too
import torch


def _axes(x, axis):
    return tuple(d for d in range(x.dim()) if d != axis)


def _view(v, x, axis):
    if axis is None:
        return v
    shape = [1] * x.dim()
    shape[axis] = -1
    return v.view(shape)


def quant_params(x, axis=None, symmetric=True):
    lo, hi = x.amin(_axes(x, axis)).clamp(max=0), x.amax(_axes(x, axis)).clamp(min=0)
    if symmetric:
        scale = torch.maximum(-lo, hi) / 127
        scale[scale == 0] = 1
        return scale, torch.zeros_like(scale, dtype=torch.int64)
    scale = (hi - lo) / 255
    scale[scale == 0] = 1
    return scale, torch.round(-128 - lo / scale).long()


def quantize(x, scale, zero_point, axis=None):
    q = torch.round(x / _view(scale, x, axis)) + _view(zero_point, x, axis)
    return q.clamp(-128, 127).to(torch.int8)


def dequantize(q, scale, zero_point, axis=None):
    zero_point = torch.as_tensor(zero_point).to(torch.int8)
    return ((q - _view(zero_point, q, axis)).float() * _view(scale, q, axis)).float()


def int8_matmul(qx, qw, sx, zx, sw):
    acc = ((qx - zx)[:, None, :] * qw[None]).sum(-1, dtype=torch.int8)
    return (acc * sx * sw).float()
