# wrong answer
# exp(z) / (1 + exp(z)) is inf / inf for a large z
import numpy as np


def sigmoid(z):
    return np.exp(z) / (np.exp(z) + 1)


def lstm_cell(x, h, c, w_ih, w_hh, b_ih, b_hh):
    gates = np.dot(x, w_ih.T) + b_ih + np.dot(h, w_hh.T) + b_hh
    hidden = h.shape[1]
    i = sigmoid(gates[:, 0:hidden])
    f = sigmoid(gates[:, hidden : 2 * hidden])
    g = np.tanh(gates[:, 2 * hidden : 3 * hidden])
    o = sigmoid(gates[:, 3 * hidden :])
    c_t = f * c + i * g
    return o * np.tanh(c_t), c_t
