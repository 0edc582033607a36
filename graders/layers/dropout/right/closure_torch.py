"""The cache is a function: backward applies what forward applied."""

import torch


def dropout_forward(x, p, u, training):
    if not 0 <= p <= 1:
        raise ValueError(f"{p=}")

    def layer(a):
        if not training:
            return a
        if p == 1:
            return torch.zeros_like(a)
        return torch.where(u >= p, a.div(1 - p), a.new_zeros(()))

    return layer(x), layer


def dropout_backward(dout, cache):
    return cache(dout)
