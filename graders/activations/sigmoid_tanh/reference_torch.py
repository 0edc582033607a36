"""Sigmoid and tanh without overflow, and their gradients (Goodfellow et al. 2016, section 6.3.2)."""

from __future__ import annotations

import torch
from torch import Tensor


def sigmoid_forward(x: Tensor) -> tuple[Tensor, Tensor]:
    """(out, cache), both the sigmoid of x: 1 / (1 + e^-x) where x >= 0, the same times e^x / e^x below."""
    e = torch.exp(-torch.abs(x))  # at most 1, so it cannot overflow
    s = torch.where(x >= 0, 1, e) / (1 + e)
    return s, s


def sigmoid_backward(dout: Tensor, cache: Tensor) -> Tensor:
    """dx = dout * s (1 - s)."""
    s = cache
    return dout * s * (1 - s)


def tanh_forward(x: Tensor) -> tuple[Tensor, Tensor]:
    """(out, cache), both tanh of x: numerator and denominator divided by e^|x|, and the sign put back."""
    e2 = torch.exp(-2 * torch.abs(x))
    t = torch.sign(x) * (1 - e2) / (1 + e2)
    return t, t


def tanh_backward(dout: Tensor, cache: Tensor) -> Tensor:
    """dx = dout * (1 - t^2)."""
    t = cache
    return dout * (1 - t**2)
