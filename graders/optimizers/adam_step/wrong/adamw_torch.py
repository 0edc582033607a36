# wrong answer
# AdamW: the decay shrinks the weights beside the update
import torch


def adam_step(param, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.0):
    p = param * (1 - lr * weight_decay)
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad.pow(2)
    mh = m / (1 - beta1**t)
    vh = v / (1 - beta2**t)
    return p - lr * mh / (torch.sqrt(vh) + eps), m, v
