# wrong answer
# RMSprop: the squares are averaged, so that old ones are forgotten
import torch


def adagrad_step(param, grad, acc, t, lr=0.01, lr_decay=0.0, eps=1e-10, weight_decay=0.0):
    g = grad + weight_decay * param
    acc = 0.9 * acc + 0.1 * g * g
    return param - lr / (1 + (t - 1) * lr_decay) * g / (torch.sqrt(acc) + eps), acc
