# wrong answer
# returns (c, h)
import numpy as np


def lstm_cell(x, h, c, w_ih, w_hh, b_ih, b_hh):
    def s(z):
        return 1.0 / (1.0 + np.exp(-z))

    i, f, g, o = np.split(x.dot(w_ih.T) + b_ih + h.dot(w_hh.T) + b_hh, 4, axis=-1)
    c_new = s(f) * c + s(i) * np.tanh(g)
    h_new = s(o) * np.tanh(c_new)
    return c_new, h_new
