# wrong answer
# the gates in the order in which most lectures write them: f, i, g, o
import numpy as np


def lstm_cell(x, h, c, w_ih, w_hh, b_ih, b_hh):
    sigma = lambda z: 1 / (1 + np.exp(-z))
    W = np.hstack([w_ih, w_hh])
    v = np.hstack([x, h])
    f, i, c_tilde, o = np.array_split(v @ W.T + b_ih + b_hh, 4, axis=1)
    c_t = sigma(f) * c + sigma(i) * np.tanh(c_tilde)
    h_t = sigma(o) * np.tanh(c_t)
    return h_t, c_t
