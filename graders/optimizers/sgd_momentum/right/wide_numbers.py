"""In float64 inside, cast at the end; the two rules share one running sum."""

import numpy as np


def running(old, weight, new, share):
    return weight * np.asarray(old, dtype=np.float64) + share * np.asarray(new, dtype=np.float64)


def sgd_step(param, grad, buf, lr, momentum=0.0, dampening=0.0, weight_decay=0.0, nesterov=False):
    if nesterov and not (momentum > 0 and dampening == 0):
        raise ValueError(f"{momentum=} {dampening=}")
    dtype = param.dtype
    direction = running(param, weight_decay, grad, 1)
    if momentum != 0:
        buf = direction if buf is None else running(buf, momentum, direction, 1 - dampening)
        direction = running(buf, momentum, direction, 1) if nesterov else buf
        buf = buf.astype(dtype)
    return running(direction, -lr, param, 1).astype(dtype), buf


def velocity_step(param, grad, v, lr, beta=0.9):
    new = running(v, beta, grad, -lr)
    return (param + new).astype(param.dtype), new.astype(v.dtype)
