"""PyTorch's fused calls, out of place."""

import torch


def adam_step(param, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.0):
    grad = grad.add(param, alpha=weight_decay)
    m = torch.lerp(m, grad, 1 - beta1)
    v = v.mul(beta2).addcmul(grad, grad, value=1 - beta2)
    denom = (v / (1 - beta2**t)).sqrt().add(eps)
    return torch.addcdiv(param, m, denom, value=-lr / (1 - beta1**t)), m, v
