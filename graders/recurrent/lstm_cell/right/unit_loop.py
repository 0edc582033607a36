"""One sample and one unit at a time, in Python numbers."""

import math

import numpy as np


def squash(z):
    return 1 / (1 + math.exp(-z)) if z > -500 else 0.0


def lstm_cell(x, h, c, w_ih, w_hh, b_ih, b_hh):
    n, size = h.shape
    h_next, c_next = np.zeros_like(h), np.zeros_like(c)
    for s in range(n):
        for u in range(size):
            z = []
            for k in range(4):
                row = k * size + u
                total = float(b_ih[row]) + float(b_hh[row])
                total += sum(float(a) * float(b) for a, b in zip(x[s], w_ih[row], strict=True))
                total += sum(float(a) * float(b) for a, b in zip(h[s], w_hh[row], strict=True))
                z.append(total)
            cell = squash(z[1]) * float(c[s, u]) + squash(z[0]) * math.tanh(z[2])
            c_next[s, u] = cell
            h_next[s, u] = squash(z[3]) * math.tanh(cell)
    return h_next, c_next
