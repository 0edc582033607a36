# wrong answer
# reduces over `axis` instead of over the others, and lets the scales broadcast as they like
import numpy as np


def quant_params(x, axis=None, symmetric=True):
    lo, hi = np.minimum(x.min(axis), 0), np.maximum(x.max(axis), 0)
    s = np.maximum(-lo, hi) / 127 if symmetric else (hi - lo) / 255
    s = np.where(s == 0, 1, s).astype(x.dtype)
    z = np.zeros(s.shape, np.int64) if symmetric else np.round(-128 - lo / s).astype(np.int64)
    return s, z


def quantize(x, scale, zero_point, axis=None):
    return np.clip(np.round(x / scale) + zero_point, -128, 127).astype(np.int8)


def dequantize(q, scale, zero_point, axis=None):
    return ((q.astype(np.int64) - zero_point) * scale).astype(np.float32)


def int8_matmul(qx, qw, sx, zx, sw):
    return (sx * sw[:, None] * ((qx.astype(np.int32) - zx) @ qw.astype(np.int32).T)).astype(np.float32)
