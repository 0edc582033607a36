# time limit exceeded
# right, but with a Python step for each channel of each sample
import math

import numpy as np


def sample(plane, y, x):
    H, W = plane.shape
    y0, x0 = math.floor(y), math.floor(x)
    total = 0.0
    for yy in (y0, y0 + 1):
        for xx in (x0, x0 + 1):
            if 0 <= yy < H and 0 <= xx < W:
                total += (1 - abs(y - yy)) * (1 - abs(x - xx)) * plane[yy, xx]
    return total


def deform_conv2d(x, offset, w, b=None, stride=1, padding=0, dilation=1):
    O, C, kh, kw = w.shape
    N, _, oh, ow = offset.shape
    out = np.zeros((N, O, oh, ow), x.dtype)
    for n, o, p, q in np.ndindex(N, O, oh, ow):
        total = 0.0 if b is None else b[o]
        for c, i, j in np.ndindex(C, kh, kw):
            k = i * kw + j
            y = p * stride - padding + i * dilation + offset[n, 2 * k, p, q]
            z = q * stride - padding + j * dilation + offset[n, 2 * k + 1, p, q]
            total += w[o, c, i, j] * sample(x[n, c], y, z)
        out[n, o, p, q] = total
    return out
