# wrong answer
# multiplies first and activates afterwards
import torch


def swiglu(x, w_gate, w_up, w_down):
    h = (x @ w_gate.transpose(0, 1)) * (x @ w_up.transpose(0, 1))
    h = h * torch.sigmoid(h)
    return h @ w_down.transpose(0, 1)
