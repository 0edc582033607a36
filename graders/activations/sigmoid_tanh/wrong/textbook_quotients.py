# wrong answer
# tanh exactly as the formula is written
import numpy as np


def sigmoid_forward(x):
    z = 1 / (1 + np.exp(-x))
    return z, z


def sigmoid_backward(dout, cache):
    return dout * cache * (1 - cache)


def tanh_forward(x):
    a = np.exp(x)
    b = np.exp(-x)
    z = (a - b) / (a + b)
    return z, z


def tanh_backward(dout, cache):
    return dout * (1 - cache * cache)
