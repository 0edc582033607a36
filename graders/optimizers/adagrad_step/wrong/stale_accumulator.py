# wrong answer
# takes the step first and adds the square afterwards
import numpy as np


def adagrad_step(param, grad, acc, t, lr=0.01, lr_decay=0.0, eps=1e-10, weight_decay=0.0):
    if weight_decay:
        grad = grad + weight_decay * param
    rate = lr / (1.0 + (t - 1) * lr_decay)
    new_param = param - rate * grad / (np.sqrt(acc) + eps)
    return new_param, acc + grad * grad
