# wrong answer
# reshape makes the shapes fit where a transpose was meant
import numpy as np


def lstm_cell(x, h, c, w_ih, w_hh, b_ih, b_hh):
    H = h.shape[1]
    z = x @ w_ih.reshape(-1, 4 * H) + h @ w_hh.reshape(-1, 4 * H) + b_ih + b_hh
    sig = 1 / (1 + np.exp(-np.clip(z, -500, 500)))
    i, f, o = sig[:, :H], sig[:, H : 2 * H], sig[:, 3 * H :]
    g = np.tanh(z[:, 2 * H : 3 * H])
    c_next = f * c + i * g
    return o * np.tanh(c_next), c_next
