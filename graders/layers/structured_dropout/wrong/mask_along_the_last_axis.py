# run-time error
# a mask of (N,) or (N, C) broadcasts against the last axes, not the first
import numpy as np


def channel_dropout(x, p, u):
    return x * (u >= p) / (1 - p)


def dropconnect_linear(x, w, b, p, u):
    return x @ (w * (u >= p) / (1 - p)).T + b


def stochastic_depth(x, branch, p, u, training):
    return x + branch * (u >= p) / (1 - p) if training else x + branch
