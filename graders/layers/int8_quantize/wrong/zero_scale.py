# wrong answer
# an all-zero slice has scale 0, and is divided by it
import numpy as np


def _rest(x, axis):
    return tuple(set(range(x.ndim)) - {axis})


def _put(v, x, axis):
    if axis is None:
        return v
    return np.moveaxis(v.reshape(v.shape + (1,) * (x.ndim - 1)), 0, axis)


def quant_params(x, axis=None, symmetric=True):
    if symmetric:
        scale = abs(x).max(_rest(x, axis)) / 127
        return scale, np.zeros(np.shape(scale), np.int64)
    low = np.minimum(x.min(_rest(x, axis)), 0)
    high = np.maximum(x.max(_rest(x, axis)), 0)
    scale = (high - low) / 255
    return scale, np.asarray(np.round(-128 - low / scale)).astype(np.int64)


def quantize(x, scale, zero_point, axis=None):
    q = np.round(x / _put(scale, x, axis)) + _put(zero_point, x, axis)
    return np.clip(q, -128, 127).astype(np.int8)


def dequantize(q, scale, zero_point, axis=None):
    q = q.astype(np.int16) - _put(zero_point, q, axis)
    return (q * _put(scale, q, axis)).astype(np.float32)


def int8_matmul(qx, qw, sx, zx, sw):
    qx, qw = qx.astype(np.int32), qw.astype(np.int32)
    total = qx @ qw.T - zx * qw.sum(1)
    return (total * sx * sw).astype(np.float32)
