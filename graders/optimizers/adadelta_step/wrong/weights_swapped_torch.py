# wrong answer
import torch


def adadelta_step(param, grad, sq, delta_sq, lr=1.0, rho=0.9, eps=1e-6, weight_decay=0.0):
    if weight_decay != 0:
        grad = grad + weight_decay * param
    sq = torch.lerp(sq, grad.square(), rho)
    delta = torch.sqrt(delta_sq + eps) * torch.rsqrt(sq + eps) * grad
    delta_sq = torch.lerp(delta_sq, delta.square(), rho)
    return param - lr * delta, sq, delta_sq
