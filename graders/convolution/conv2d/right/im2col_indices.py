# im2col by fancy indexing, then one matrix product
import numpy as np


def conv2d(x, w, b=None, stride=1, padding=0, dilation=1):
    stride, padding, dilation = (np.broadcast_to(v, 2) for v in (stride, padding, dilation))
    x = np.pad(x, [(0, 0), (0, 0), *((p, p) for p in padding)])
    rows, cols = (
        np.arange(0, size - d * (k - 1), s)[:, None] + d * np.arange(k)
        for size, k, s, d in zip(x.shape[2:], w.shape[2:], stride, dilation, strict=True)
    )
    patches = x[:, :, rows[:, None, :, None], cols[None, :, None, :]]  # (N, C, Ho, Wo, kh, kw)
    ho, wo = patches.shape[2:4]
    columns = patches.transpose(0, 2, 3, 1, 4, 5).reshape(len(x), ho * wo, -1)
    out = columns @ w.reshape(len(w), -1).T
    if b is not None:
        out = out + b
    return np.moveaxis(out, -1, 1).reshape(len(x), len(w), ho, wo)
