# wrong answer
import numpy as np


def lstm_cell(x, h, c, w_ih, w_hh, b_ih, b_hh):
    def sig(z):
        return 0.5 * (1.0 + np.tanh(0.5 * z))

    z = np.einsum("nd,kd->nk", x, w_ih) + np.einsum("nd,kd->nk", h, w_hh) + b_ih + b_hh
    z = z.reshape(len(x), 4, -1)
    i, f, g, o = (z[:, k] for k in range(4))
    new_c = sig(f) * c + sig(i) * np.tanh(g)
    return sig(o) * new_c, new_c
