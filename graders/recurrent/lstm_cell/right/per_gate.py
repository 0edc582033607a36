"""The textbook's eight products, one gate after another, with a sigmoid in two branches."""

import numpy as np


def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + e), e / (1 + e))


def lstm_cell(x, h, c, w_ih, w_hh, b_ih, b_hh):
    size = h.shape[1]

    def gate(k, squash):
        rows = slice(k * size, (k + 1) * size)
        return squash(np.dot(x, w_ih[rows].T) + np.dot(h, w_hh[rows].T) + b_ih[rows] + b_hh[rows])

    i, f = gate(0, sigmoid), gate(1, sigmoid)
    g, o = gate(2, np.tanh), gate(3, sigmoid)
    c_next = f * c + i * g
    return o * np.tanh(c_next), c_next
