"""The corrected moments as averages of their own: m_hat is a mix of the old one and the gradient."""

import numpy as np


def adam_step(param, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.0):
    g = np.add(grad, np.multiply(weight_decay, param))
    moments = []
    for old, value, beta in ((m, g, beta1), (v, np.square(g), beta2)):
        moments.append(np.stack([old, value]).T @ np.array([beta, 1 - beta], dtype=param.dtype))
    m, v = (moment.T for moment in moments)
    first, second = m / (1 - beta1**t), v / (1 - beta2**t)
    step = np.divide(first, np.sqrt(second) + eps)
    return np.subtract(param, lr * step), m, v
