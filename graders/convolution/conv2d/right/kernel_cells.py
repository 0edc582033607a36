# one kernel cell after the other: a shifted, strided copy of the image, its channels mixed by a matrix
import numpy as np


def conv2d(x, w, b=None, stride=1, padding=0, dilation=1):
    two = lambda v: tuple(v) if isinstance(v, (tuple, list)) else (v, v)  # noqa: E731
    (sh, sw), (ph, pw), (dh, dw) = map(two, (stride, padding, dilation))
    n, c, h, width = x.shape
    o, _, kh, kw = w.shape
    image = np.zeros((n, c, h + 2 * ph, width + 2 * pw), dtype=x.dtype)
    image[:, :, ph : ph + h, pw : pw + width] = x
    ho = (h + 2 * ph - dh * (kh - 1) - 1) // sh + 1
    wo = (width + 2 * pw - dw * (kw - 1) - 1) // sw + 1
    out = np.zeros((n, o, ho, wo), dtype=x.dtype)
    for i in range(kh):
        for j in range(kw):
            top, left = i * dh, j * dw
            cell = image[:, :, top : top + (ho - 1) * sh + 1 : sh, left : left + (wo - 1) * sw + 1 : sw]
            out += np.einsum("oc,nchw->nohw", w[:, :, i, j], cell)
    if b is not None:
        out += b.reshape(1, o, 1, 1)
    return out
