# wrong answer
# stacks both weights into one kernel and reads its columns in the order i, f, o, g
import numpy as np


def lstm_cell(x, h, c, w_ih, w_hh, b_ih, b_hh):
    units = h.shape[1]
    kernel = np.vstack([w_ih.T, w_hh.T])  # (D + H, 4H)
    z = np.hstack([x, h]) @ kernel + (b_ih + b_hh)
    gates = 1 / (1 + np.exp(-np.clip(z, -60, 60)))
    i, f, o = (gates[:, k * units : (k + 1) * units] for k in range(3))
    c = f * c + i * np.tanh(z[:, 3 * units :])
    return (o * np.tanh(c)).astype(x.dtype), c.astype(x.dtype)
