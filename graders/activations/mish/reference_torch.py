"""Mish and its gradient (Misra 2020, equations 1 and 2)."""

from __future__ import annotations

import torch
from torch import Tensor


def mish(x: Tensor) -> Tensor:
    return x * torch.tanh(softplus(x))


def mish_grad(dout: Tensor, x: Tensor) -> Tensor:
    """Product rule, then tanh' = 1 - tanh^2 and softplus' = sigmoid."""
    s = softplus(x)
    t = torch.tanh(s)
    sigmoid = torch.exp(x - s)  # e^x / (1 + e^x) in logarithms: the exponent is never above 0
    return dout * (t + x * (1 - t**2) * sigmoid)


def softplus(x: Tensor) -> Tensor:
    """ln(e^0 + e^x), which neither overflows nor loses a small e^x beside the 1."""
    return torch.logaddexp(torch.zeros_like(x), x)
