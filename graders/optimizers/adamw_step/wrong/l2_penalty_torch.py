# wrong answer
# Adam with an L2 penalty
import torch


def adamw_step(param, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    grad = grad + weight_decay * param
    m = torch.lerp(m, grad, 1 - beta1)
    v = torch.lerp(v, grad * grad, 1 - beta2)
    mh, vh = m / (1 - beta1**t), v / (1 - beta2**t)
    return param - lr * mh / (vh.sqrt() + eps), m, v


def no_decay_groups(names, shapes):
    decay = [n for n, s in zip(names, shapes) if len(s) > 1]
    return decay, [n for n in names if n not in decay]
