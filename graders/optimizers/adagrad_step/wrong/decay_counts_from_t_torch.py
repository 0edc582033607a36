# wrong answer
# the learning rate decays in the first step already
import torch


def adagrad_step(param, grad, acc, t, lr=0.01, lr_decay=0.0, eps=1e-10, weight_decay=0.0):
    grad = grad.add(param, alpha=weight_decay)
    acc = torch.addcmul(acc, grad, grad)
    clr = lr / (1 + t * lr_decay)
    return torch.addcdiv(param, grad, acc.sqrt() + eps, value=-clr), acc
