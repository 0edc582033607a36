"""Per-axis calls are per-tensor calls on one slice after another."""

import numpy as np


def quant_params(x, axis=None, symmetric=True):
    if axis is not None:
        pairs = [quant_params(part, None, symmetric) for part in np.moveaxis(x, axis, 0)]
        scales, zeros = zip(*pairs, strict=True)
        return np.array(scales, x.dtype), np.array(zeros, np.int64)
    low, high = min(float(x.min()), 0.0), max(float(x.max()), 0.0)
    if symmetric:
        return max(-low, high) / 127 or 1.0, 0
    scale = (high - low) / 255 or 1.0
    return scale, round(-128 - low / scale)


def quantize(x, scale, zero_point, axis=None):
    if axis is not None:
        parts = map(quantize, np.moveaxis(x, axis, 0), scale, zero_point)
        return np.stack(list(parts), axis)
    q = np.rint(x.astype(np.float64) / float(scale)) + int(zero_point)
    return np.minimum(np.maximum(q, -128), 127).astype(np.int8)


def dequantize(q, scale, zero_point, axis=None):
    if axis is not None:
        parts = map(dequantize, np.moveaxis(q, axis, 0), scale, zero_point)
        return np.stack(list(parts), axis)
    return np.float32(scale) * (q.astype(np.float32) - np.float32(zero_point))


def int8_matmul(qx, qw, sx, zx, sw):
    out = np.empty((len(qx), len(qw)), np.float32)
    for n, row in enumerate(qx.astype(np.int32) - zx):
        for m, column in enumerate(qw.astype(np.int32)):
            out[n, m] = sx * sw[m] * np.dot(row, column)
    return out
