"""The SwiGLU feed-forward layer (Shazeer 2020, equation 6)."""

from __future__ import annotations

import torch
from torch import Tensor


def swiglu(x: Tensor, w_gate: Tensor, w_up: Tensor, w_down: Tensor) -> Tensor:
    """Like x, (..., D); w_gate and w_up are (F, D), w_down is (D, F)."""
    gate = x @ w_gate.T
    up = x @ w_up.T
    return (gate * torch.sigmoid(gate) * up) @ w_down.T
