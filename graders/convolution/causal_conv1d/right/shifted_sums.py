# each tap is a shifted copy of the whole signal; the stream runs the causal convolution on what it remembers
import numpy as np


def conv1d(x, w, b=None, stride=1, padding=0, dilation=1):
    n, _, L = x.shape
    o, _, k = w.shape
    n_out = (L + 2 * padding - dilation * (k - 1) - 1) // stride + 1
    out = np.zeros((n, o, n_out), dtype=x.dtype)
    for i in range(k):
        at = np.arange(n_out) * stride + i * dilation - padding
        inside = (at >= 0) & (at < L)
        tap = np.where(inside, x[:, :, np.clip(at, 0, L - 1)], 0)
        out += np.tensordot(w[:, :, i], tap, axes=([1], [1])).transpose(1, 0, 2)
    if b is not None:
        out += b[None, :, None]
    return out


def causal_conv1d(x, w, b=None, dilation=1):
    n, _, L = x.shape
    o, _, k = w.shape
    out = np.zeros((n, o, L), dtype=x.dtype)
    for i in range(k):
        late = (k - 1 - i) * dilation
        if late < L:
            out[:, :, late:] += np.einsum("oc,ncl->nol", w[:, :, i], x[:, :, : L - late])
    return out if b is None else out + b[None, :, None]


def stream_step(buffer, x_t, w, b=None, dilation=1):
    known = np.dstack([buffer, x_t[:, :, None]])
    return causal_conv1d(known, w, b, dilation)[:, :, -1], known[:, :, 1:]
