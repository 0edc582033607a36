# wrong answer
# builds up beta^t by products, one call after another, whatever t is
import numpy as np

powers = {"beta1": 1.0, "beta2": 1.0}


def adam_step(param, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.0):
    powers["beta1"] *= beta1
    powers["beta2"] *= beta2
    grad = grad + weight_decay * param
    m, v = beta1 * m + (1 - beta1) * grad, beta2 * v + (1 - beta2) * np.square(grad)
    rate = lr * np.sqrt(1 - powers["beta2"]) / (1 - powers["beta1"])
    return param - rate * m / (np.sqrt(v) + eps), m, v
