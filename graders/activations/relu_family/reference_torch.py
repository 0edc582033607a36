"""ReLU, leaky ReLU, PReLU (He et al. 2015) and ELU (Clevert et al. 2016), each with its gradient."""

from __future__ import annotations

import torch
from torch import Tensor


def relu(x: Tensor) -> Tensor:
    return x.clamp(min=0)


def relu_grad(dout: Tensor, x: Tensor) -> Tensor:
    return dout * (x > 0)


def leaky_relu(x: Tensor, slope: float = 0.01) -> Tensor:
    return torch.where(x > 0, x, slope * x)


def leaky_relu_grad(dout: Tensor, x: Tensor, slope: float = 0.01) -> Tensor:
    return torch.where(x > 0, dout, slope * dout)


def prelu(x: Tensor, alpha: Tensor) -> Tensor:
    """x: (N, C) or (N, C, H, W); alpha: (C,) or (1,)."""
    return torch.where(x > 0, x, along_channels(alpha, x) * x)


def prelu_grad(dout: Tensor, x: Tensor, alpha: Tensor) -> tuple[Tensor, Tensor]:
    """(dx, dalpha). The gradient of a slope sums over every x <= 0 that it multiplied."""
    a = along_channels(alpha, x)
    dx = torch.where(x > 0, dout, a * dout)
    each = torch.where(x > 0, 0, x * dout)
    shared = tuple(axis for axis in range(x.ndim) if axis != 1 or len(alpha) == 1)
    return dx, each.sum(shared).reshape(alpha.shape)


def along_channels(alpha: Tensor, x: Tensor) -> Tensor:
    """alpha as (C,) for two axes, (C, 1, 1) for four: it broadcasts along axis 1 of x."""
    return alpha.reshape(len(alpha), *(1,) * (x.ndim - 2))


def elu(x: Tensor, alpha: float = 1.0) -> Tensor:
    """expm1 is exact near zero, and the clamp keeps large x out of the exponential."""
    return torch.where(x > 0, x, alpha * torch.expm1(x.clamp(max=0)))


def elu_grad(dout: Tensor, x: Tensor, alpha: float = 1.0) -> Tensor:
    return torch.where(x > 0, dout, alpha * torch.exp(x.clamp(max=0)) * dout)
