# wrong answer
# names the axes of w_hh the wrong way round: each (H, H) block is square, so nothing complains
import numpy as np


def lstm_cell(x, h, c, w_ih, w_hh, b_ih, b_hh):
    n, units = h.shape
    z = np.einsum("nd,khd->knh", x, w_ih.reshape(4, units, -1))
    z += np.einsum("nj,kjh->knh", h, w_hh.reshape(4, units, units))
    z += (b_ih + b_hh).reshape(4, 1, units)
    i, f, _, o = (1 + np.tanh(z / 2)) / 2
    c = f * c + i * np.tanh(z[2])
    return o * np.tanh(c), c
