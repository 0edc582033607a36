# wrong answer
# values beyond the range wrap round in the cast
import numpy as np


def quant_params(x, axis=None, symmetric=True):
    rows = np.reshape(x, (1, -1)) if axis is None else np.moveaxis(x, axis, 0).reshape(x.shape[axis], -1)
    if symmetric:
        s = abs(rows).max(1) / 127
        s[s == 0] = 1
        z = np.zeros(len(s), np.int64)
    else:
        lo, hi = np.minimum(rows.min(1), 0), np.maximum(rows.max(1), 0)
        s = (hi - lo) / 255
        s[s == 0] = 1
        z = np.rint(-128 - lo / s).astype(np.int64)
    return (s[0], z[0]) if axis is None else (s, z)


def _b(v, a, axis):
    return v if axis is None else v.reshape((-1,) + (1,) * (a.ndim - 1 - axis))


def quantize(x, scale, zero_point, axis=None):
    q = np.rint(x / _b(scale, x, axis)) + _b(zero_point, x, axis)
    return q.astype(np.int64).astype(np.int8)


def dequantize(q, scale, zero_point, axis=None):
    return ((q.astype(float) - _b(zero_point, q, axis)) * _b(scale, q, axis)).astype(np.float32)


def int8_matmul(qx, qw, sx, zx, sw):
    acc = np.einsum("nd,md->nm", qx.astype(np.int32) - zx, qw.astype(np.int32))
    return (acc * sx * sw).astype(np.float32)
