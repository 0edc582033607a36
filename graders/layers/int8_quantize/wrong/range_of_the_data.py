# wrong answer
# the affine range is that of the data, in 256 steps, whether it holds 0 or not
import numpy as np


def quant_params(x, axis=None, symmetric=True):
    other = None if axis is None else tuple(a for a in range(x.ndim) if a != axis)
    lo, hi = x.min(axis=other), x.max(axis=other)
    if symmetric:
        scale = np.maximum(abs(lo), abs(hi)) / 127
        zp = np.zeros_like(scale)
    else:
        scale = (hi - lo) / 256
        zp = np.round(-128 - lo / np.where(scale == 0, 1, scale))
    scale = np.where(scale == 0, 1, scale).astype(x.dtype)
    return scale, zp.astype(np.int64)


def _along(v, ndim, axis):
    return v if axis is None else np.expand_dims(v, [a for a in range(ndim) if a != axis])


def quantize(x, scale, zero_point, axis=None):
    q = np.round(x / _along(scale, x.ndim, axis)) + _along(zero_point, x.ndim, axis)
    return np.clip(q, -128, 127).astype(np.int8)


def dequantize(q, scale, zero_point, axis=None):
    q = q.astype(np.float32) - _along(zero_point, q.ndim, axis)
    return (q * _along(scale, q.ndim, axis)).astype(np.float32)


def int8_matmul(qx, qw, sx, zx, sw):
    return (sx * sw * ((qx.astype(np.int64) - zx) @ qw.astype(np.int64).T)).astype(np.float32)
