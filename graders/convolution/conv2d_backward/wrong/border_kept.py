# wrong answer
# returns the gradient of the padded image
import numpy as np


def conv2d_forward(x, w, b, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    kh, kw = w.shape[2:]
    rows = np.arange(0, x.shape[2] - kh + 1, stride)[:, None] + np.arange(kh)
    cols = np.arange(0, x.shape[3] - kw + 1, stride)[:, None] + np.arange(kw)
    at = (slice(None), slice(None), rows[:, None, :, None], cols[None, :, None, :])
    return np.einsum("nchwij,ocij->nohw", x[at], w) + b[:, None, None], (x, w, at)


def conv2d_backward(dout, cache):
    x, w, at = cache
    dx = np.zeros_like(x)
    np.add.at(dx, at, np.einsum("nohw,ocij->nchwij", dout, w))
    return dx, np.einsum("nohw,nchwij->ocij", dout, x[at]), dout.sum((0, 2, 3))
