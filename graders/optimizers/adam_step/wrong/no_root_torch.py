# wrong answer
# divides by the second moment, not by its root
import torch


def adam_step(param, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.0):
    d_p = grad + weight_decay * param if weight_decay != 0 else grad.clone()
    first = beta1 * m + (1.0 - beta1) * d_p
    second = beta2 * v + (1.0 - beta2) * d_p**2
    update = first.div(1 - beta1**t) / (second.div(1 - beta2**t) + eps)
    return param - lr * update, first, second
