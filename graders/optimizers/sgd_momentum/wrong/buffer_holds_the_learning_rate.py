# wrong answer
# lr goes into the buffer, so a new learning rate does not reach the old gradients
import numpy as np


def sgd_step(param, grad, buf, lr, momentum=0.0, dampening=0.0, weight_decay=0.0, nesterov=False):
    if nesterov and (momentum == 0 or dampening != 0):
        raise ValueError("bad settings")
    g = lr * (grad + weight_decay * param)
    if momentum == 0:
        return param - g, None
    new = np.copy(g) if buf is None else momentum * buf + (1 - dampening) * g
    return param - (g + momentum * new if nesterov else new), new


def velocity_step(param, grad, v, lr, beta=0.9):
    v = beta * v - lr * grad
    return param + v, v
