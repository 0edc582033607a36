"""One sample after the other, all channels at once."""

import math

import numpy as np


def at(image, y, z):
    _, H, W = image.shape
    value = np.zeros(image.shape[0], image.dtype)
    if y <= -1 or z <= -1 or y >= H or z >= W:
        return value
    y0, z0 = math.floor(y), math.floor(z)
    for row, wy in ((y0, 1 - (y - y0)), (y0 + 1, y - y0)):
        for col, wz in ((z0, 1 - (z - z0)), (z0 + 1, z - z0)):
            if 0 <= row < H and 0 <= col < W:
                value += wy * wz * image[:, row, col]
    return value


def deform_conv2d(x, offset, w, b=None, stride=1, padding=0, dilation=1):
    n_out, C, kh, kw = w.shape
    N, _, oh, ow = offset.shape
    out = np.zeros((N, n_out, oh, ow), x.dtype)
    for n, p, q in np.ndindex(N, oh, ow):
        patch = np.empty((C, kh, kw), x.dtype)
        for i, j in np.ndindex(kh, kw):
            dy, dx = offset[n, 2 * (i * kw + j) :, p, q][:2]
            y, z = (
                p * stride - padding + i * dilation + float(dy),
                q * stride - padding + j * dilation + float(dx),
            )
            patch[:, i, j] = at(x[n], y, z)
        out[n, :, p, q] = np.tensordot(w, patch, 3)
        if b is not None:
            out[n, :, p, q] += b
    return out
