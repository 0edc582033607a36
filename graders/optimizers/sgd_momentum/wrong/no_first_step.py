# wrong answer
# a missing buffer is taken for zeros, so dampening weakens the first gradient
import numpy as np


def sgd_step(param, grad, buf, lr, momentum=0.0, dampening=0.0, weight_decay=0.0, nesterov=False):
    if nesterov and (momentum <= 0 or dampening != 0):
        raise ValueError("nesterov needs momentum and zero dampening")
    d_p = np.array(grad)
    if weight_decay != 0:
        d_p = d_p + weight_decay * param
    if momentum != 0:
        buf = np.zeros_like(param) if buf is None else buf
        buf = buf * momentum + d_p * (1 - dampening)
        d_p = d_p + buf * momentum if nesterov else buf
    return param - lr * d_p, buf


def velocity_step(param, grad, v, lr, beta=0.9):
    new_v = beta * v - lr * grad
    return param + new_v, new_v
