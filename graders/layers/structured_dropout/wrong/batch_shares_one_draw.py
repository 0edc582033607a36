# wrong answer
# the first sample's draws decide for the whole batch
import numpy as np


def channel_dropout(x, p, u):
    out = np.zeros_like(x)
    for c in range(x.shape[1]):
        if u[0, c] >= p:
            out[:, c] = x[:, c] / (1 - p)
    return out


def dropconnect_linear(x, w, b, p, u):
    return x @ np.where(u < p, 0, w / (1 - p)).T + b


def stochastic_depth(x, branch, p, u, training):
    if training and u[0] < p:
        return x.copy()
    return x + branch / (1 - p) if training else x + branch
