# wrong answer
# converts to float64 for safety and forgets to convert back
import numpy as np


def sigmoid_forward(x):
    x = np.asarray(x, dtype=np.float64)
    x = np.clip(x, -500, 500)
    y = 1.0 / (1.0 + np.exp(-x))
    return y, y


def sigmoid_backward(dout, cache):
    y = cache
    return dout * y * (1.0 - y)


def tanh_forward(x):
    x = np.asarray(x, dtype=np.float64)
    x = np.clip(x, -300, 300)
    y = (np.exp(x) - np.exp(-x)) / (np.exp(x) + np.exp(-x))
    return y, y


def tanh_backward(dout, cache):
    y = cache
    return dout * (1.0 - y**2)
