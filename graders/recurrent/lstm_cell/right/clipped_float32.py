"""Clips before the exponential; asks for nothing beyond the dtype that came in."""

import numpy as np


def lstm_cell(x, h, c, w_ih, w_hh, b_ih, b_hh):
    def sig(z):
        return 1 / (1 + np.exp(-np.clip(z, -60, 60)))

    pre = np.matmul(w_ih, x.T) + np.matmul(w_hh, h.T) + (b_ih + b_hh)[:, np.newaxis]
    k = len(pre) // 4
    i, f, g, o = pre[:k].T, pre[k : 2 * k].T, pre[2 * k : -k].T, pre[-k:].T
    c_next = sig(f) * c
    c_next += sig(i) * (2 * sig(2 * g) - 1)
    return sig(o) * np.tanh(c_next), c_next
