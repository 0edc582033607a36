# a loop over the output positions
import numpy as np


def conv2d_forward(x, w, b, stride=1, padding=0):
    N, C, H, W = x.shape
    F, _, kh, kw = w.shape
    xp = np.zeros((N, C, H + 2 * padding, W + 2 * padding), dtype=x.dtype)
    xp[:, :, padding : padding + H, padding : padding + W] = x
    oh, ow = 1 + (H + 2 * padding - kh) // stride, 1 + (W + 2 * padding - kw) // stride
    out = np.empty((N, F, oh, ow), dtype=x.dtype)
    for i in range(oh):
        for j in range(ow):
            patch = xp[:, :, i * stride : i * stride + kh, j * stride : j * stride + kw]
            out[:, :, i, j] = patch.reshape(N, -1) @ w.reshape(F, -1).T + b
    return out, (x.shape, xp, w, stride, padding)


def conv2d_backward(dout, cache):
    (N, C, H, W), xp, w, s, p = cache
    F, _, kh, kw = w.shape
    dxp, dw = np.zeros_like(xp), np.zeros_like(w)
    for i in range(dout.shape[2]):
        for j in range(dout.shape[3]):
            window = (slice(None), slice(None), slice(i * s, i * s + kh), slice(j * s, j * s + kw))
            g = dout[:, :, i, j]
            dxp[window] += (g @ w.reshape(F, -1)).reshape(N, C, kh, kw)
            dw += (g.T @ xp[window].reshape(N, -1)).reshape(w.shape)
    return dxp[:, :, p : p + H, p : p + W], dw, dout.sum(axis=(0, 2, 3))
