# wrong answer
# computes everything in double precision and forgets to go back
import numpy as np


def adam_step(param, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.0):
    param, grad, m, v = (np.array(a, dtype=np.float64) for a in (param, grad, m, v))
    grad += weight_decay * param
    m += (1 - beta1) * (grad - m)
    v += (1 - beta2) * (grad * grad - v)
    return param - lr * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps), m, v
