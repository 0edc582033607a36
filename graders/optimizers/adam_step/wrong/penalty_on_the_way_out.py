# wrong answer
# adds the penalty where the step is taken, so that the moments never see it
import numpy as np


def adam_step(param, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.0):
    m = np.add(beta1 * m, (1 - beta1) * grad)
    v = np.add(beta2 * v, (1 - beta2) * grad**2)
    direction = m / (1 - beta1**t) + weight_decay * param
    return param - lr * direction / (np.sqrt(v / (1 - beta2**t)) + eps), m, v
