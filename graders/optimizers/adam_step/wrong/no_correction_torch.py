# wrong answer
# forgets that the averages start at zero
import torch


def adam_step(param, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.0):
    if weight_decay:
        grad = grad + weight_decay * param
    m = m.mul(beta1).add(grad, alpha=1 - beta1)
    v = v.mul(beta2).addcmul(grad, grad, value=1 - beta2)
    return param.addcdiv(m, v.sqrt().add(eps), value=-lr), m, v
