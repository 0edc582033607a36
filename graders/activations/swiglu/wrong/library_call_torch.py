# rule violation
# the library's own SiLU
import torch
from torch import nn


def swiglu(x, w_gate, w_up, w_down):
    act = nn.SiLU()
    return (act(x @ w_gate.T) * (x @ w_up.T)) @ w_down.T
