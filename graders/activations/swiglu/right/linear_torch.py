"""PyTorch with the functional linear layer."""

import torch
import torch.nn.functional as F


def swiglu(x, w_gate, w_up, w_down):
    gate = F.linear(x, w_gate)
    hidden = gate.mul(torch.sigmoid(gate)).mul(F.linear(x, w_up))
    return F.linear(hidden, w_down)
