"""Plain SGD first; the buffer through np.multiply and np.add."""

import numpy as np


def sgd_step(param, grad, buf, lr, momentum=0.0, dampening=0.0, weight_decay=0.0, nesterov=False):
    if nesterov:
        if momentum <= 0:
            raise ValueError("Nesterov without momentum")
        if dampening != 0:
            raise ValueError("Nesterov with dampening")
    d_p = grad.copy()
    if weight_decay != 0:
        d_p += weight_decay * param
    if momentum == 0:
        return param - lr * d_p, None
    if buf is None:
        new_buf = d_p.copy()
    else:
        new_buf = np.add(np.multiply(buf, momentum), np.multiply(d_p, 1 - dampening))
    if nesterov:
        return param - lr * d_p - lr * momentum * new_buf, new_buf
    return param - lr * new_buf, new_buf


def velocity_step(param, grad, v, lr, beta=0.9):
    new_v = np.multiply(v, beta)
    new_v = np.subtract(new_v, np.multiply(grad, lr))
    return np.add(param, new_v), new_v
