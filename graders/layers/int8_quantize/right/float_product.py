"""Dequantises nothing: a float64 product of integers is exact."""

import numpy as np


def quant_params(x, axis=None, symmetric=True):
    axes = tuple(i for i in range(x.ndim) if i != axis)
    peak = np.abs(x).max(axis=axes)
    if symmetric:
        scale = np.where(peak == 0, np.ones_like(peak), peak / 127)
        return scale, np.zeros(np.shape(peak), dtype=np.int64)
    lo = np.min(x, axis=axes, initial=0)
    scale = (np.max(x, axis=axes, initial=0) - lo) / 255
    scale = scale + (peak == 0)
    return scale.astype(x.dtype), np.asarray(np.around(-lo / scale) - 128).astype(np.int64)


def quantize(x, scale, zero_point, axis=None):
    moved = x if axis is None else np.moveaxis(x, axis, -1)
    q = (np.around(moved / scale) + zero_point).clip(-128, 127).astype("int8")
    return q if axis is None else np.moveaxis(q, -1, axis)


def dequantize(q, scale, zero_point, axis=None):
    moved = q if axis is None else np.moveaxis(q, axis, -1)
    x = ((moved.astype("int16") - zero_point) * scale).astype("float32")
    return x if axis is None else np.moveaxis(x, -1, axis)


def int8_matmul(qx, qw, sx, zx, sw):
    product = np.matmul(qx.astype(float) - zx, qw.astype(float).T)
    return np.float32(product * np.asarray(sw, float)[None, :] * sx)
