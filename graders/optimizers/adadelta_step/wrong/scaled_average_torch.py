# wrong answer
# the average takes the step as it was made, learning rate included
import torch


def adadelta_step(param, grad, sq, delta_sq, lr=1.0, rho=0.9, eps=1e-6, weight_decay=0.0):
    grad = grad.add(param, alpha=weight_decay)
    sq = sq.mul(rho).addcmul(grad, grad, value=1 - rho)
    delta = lr * torch.sqrt((delta_sq + eps) / (sq + eps)) * grad
    return param - delta, sq, delta_sq.mul(rho).addcmul(delta, delta, value=1 - rho)
