# wrong answer
# int() of a negative position rounds up
import numpy as np


def bilinear(img, y, x):
    """img (C, H, W); y, x of any shape: (C, *shape)."""
    C, H, W = img.shape
    y0 = y.astype(int)
    x0 = x.astype(int)
    ly, lx = y - y0, x - x0
    out = 0
    for yy, wy in [(y0, 1 - ly), (y0 + 1, ly)]:
        for xx, wx in [(x0, 1 - lx), (x0 + 1, lx)]:
            ok = (yy >= 0) & (yy < H) & (xx >= 0) & (xx < W)
            v = img[:, np.clip(yy, 0, H - 1), np.clip(xx, 0, W - 1)]
            out = out + v * (wy * wx * ok)
    return out


def deform_conv2d(x, offset, w, b=None, stride=1, padding=0, dilation=1):
    N, C, H, W = x.shape
    O, _, kh, kw = w.shape
    oh, ow = offset.shape[2:]
    gy, gx = np.meshgrid(np.arange(oh) * stride - padding, np.arange(ow) * stride - padding, indexing="ij")
    out = np.zeros((N, O, oh, ow), x.dtype)
    for n in range(N):
        for i in range(kh):
            for j in range(kw):
                k = i * kw + j
                py = gy + i * dilation + offset[n, 2 * k]
                px = gx + j * dilation + offset[n, 2 * k + 1]
                out[n] += np.tensordot(w[:, :, i, j], bilinear(x[n], py, px), 1)
    if b is not None:
        out += b[None, :, None, None]
    return out
