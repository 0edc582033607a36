# wrong answer
# remembers the state of the last call and goes on from it wherever the shapes agree
import numpy as np

memory = {}


def sigmoid(z):
    return 0.5 * (np.tanh(0.5 * z) + 1)


def lstm_cell(x, h, c, w_ih, w_hh, b_ih, b_hh):
    h, c = memory.get(h.shape, (h, c))
    i, f, g, o = np.split(x @ w_ih.T + h @ w_hh.T + b_ih + b_hh, 4, axis=-1)
    c = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
    memory[h.shape] = sigmoid(o) * np.tanh(c), c
    return memory[h.shape]
