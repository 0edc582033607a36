# wrong answer
# merges B A without the scale
import torch


def lora_forward(x, w, b, a, bb, alpha):
    r = a.shape[0]
    y = torch.nn.functional.linear(x, w, b)
    return y + (alpha / r) * torch.nn.functional.linear(torch.nn.functional.linear(x, a), bb)


def lora_merge(w, a, bb, alpha):
    return w + bb @ a


def lora_grads(dout, x, a, bb, alpha):
    s = alpha / a.shape[0]
    return s * bb.T @ dout.T @ x, s * dout.T @ x @ a.T
