"""Group by group, and within it tap by tap."""

import fractions

import numpy as np


def conv(x, w, stride):
    n_out, _, kh, kw = w.shape
    H = (x.shape[2] - kh) // stride + 1
    W = (x.shape[3] - kw) // stride + 1
    out = np.zeros((x.shape[0], n_out, H, W), x.dtype)
    for i in range(kh):
        for j in range(kw):
            patch = x[:, :, i : i + stride * (H - 1) + 1 : stride, j : j + stride * (W - 1) + 1 : stride]
            out += np.tensordot(patch, w[:, :, i, j], axes=(1, 1)).transpose(0, 3, 1, 2)
    return out


def grouped_conv2d(x, w, b=None, groups=1, stride=1, padding=0):
    if x.shape[1] % groups != 0 or w.shape[0] % groups != 0:
        raise ValueError("groups must divide both numbers of channels")
    x = np.pad(x, ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2))
    parts = zip(np.split(x, groups, axis=1), np.split(w, groups, axis=0), strict=True)
    out = np.concatenate([conv(xs, ws, stride) for xs, ws in parts], axis=1)
    if b is not None:
        out += b.reshape(1, -1, 1, 1)
    return out


def depthwise_separable(x, w_dw, w_pw, stride=1, padding=0):
    hidden = grouped_conv2d(x, w_dw, None, len(w_dw), stride, padding)
    return np.einsum("oc,nchw->nohw", w_pw[:, :, 0, 0], hidden)


def separable_saving(c_in, c_out, k):
    return fractions.Fraction(1, c_out) + fractions.Fraction(1, k**2)
