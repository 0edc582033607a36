# time limit exceeded
# right, but with a Python step for each product
import numpy as np


def conv_transpose2d(x, w, b=None, stride=1, padding=0, output_padding=0, dilation=1):
    N, C, H, W = x.shape
    _, O, kh, kw = w.shape
    OH = (H - 1) * stride - 2 * padding + dilation * (kh - 1) + output_padding + 1
    OW = (W - 1) * stride - 2 * padding + dilation * (kw - 1) + output_padding + 1
    out = np.zeros((N, O, OH, OW), x.dtype)
    if b is not None:
        out += b[:, None, None]
    for n in range(N):
        for c in range(C):
            for o in range(O):
                for i in range(H):
                    for j in range(W):
                        for u in range(kh):
                            for v in range(kw):
                                y, z = (
                                    i * stride + u * dilation - padding,
                                    j * stride + v * dilation - padding,
                                )
                                if 0 <= y < OH and 0 <= z < OW:
                                    out[n, o, y, z] += x[n, c, i, j] * w[c, o, u, v]
    return out
