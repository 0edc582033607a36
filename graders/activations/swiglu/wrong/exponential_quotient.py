# wrong answer
# a sigmoid that is inf/inf far to the right
import numpy as np


def sigmoid(z):
    return np.exp(z) / (np.exp(z) + 1)


def swiglu(x, w_gate, w_up, w_down):
    g = x @ w_gate.T
    hidden = g * sigmoid(g) * (x @ w_up.T)
    return hidden @ w_down.T
