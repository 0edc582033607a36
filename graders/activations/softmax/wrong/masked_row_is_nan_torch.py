# wrong answer
# right everywhere but in a fully masked slice
import torch


def softmax(x, axis=-1):
    z = x - x.amax(axis, keepdim=True)
    e = z.exp()
    return e / e.sum(axis, keepdim=True)


def log_softmax(x, axis=-1):
    z = x - x.amax(axis, keepdim=True)
    return z - z.exp().sum(axis, keepdim=True).log()


def softmax_backward(dout, p, axis=-1):
    g = dout * p
    return g - p * g.sum(axis, keepdim=True)
