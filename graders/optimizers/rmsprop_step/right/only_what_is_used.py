"""Keeps only what the settings use."""

import numpy as np


def rmsprop_step(
    param, grad, state, lr=0.01, alpha=0.99, eps=1e-8, weight_decay=0.0, momentum=0.0, centered=False
):
    old = state if state is not None else {}
    new = {}
    d_p = grad + weight_decay * param if weight_decay else grad

    def average(name, value):
        new[name] = alpha * old.get(name, 0) + (1 - alpha) * value
        return new[name]

    variance = average("square_avg", d_p * d_p)
    if centered:
        mean = average("grad_avg", d_p)
        variance = np.where(variance > mean * mean, variance - mean * mean, 0)
    step = d_p / (np.sqrt(variance) + eps)
    if momentum:
        new["buf"] = momentum * old.get("buf", 0) + step
        step = new["buf"]
    return (param - lr * step).astype(param.dtype), new
