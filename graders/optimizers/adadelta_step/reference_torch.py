"""One Adadelta update (Zeiler 2012, Algorithm 1)."""

from __future__ import annotations

import torch
from torch import Tensor


def adadelta_step(
    param: Tensor,
    grad: Tensor,
    sq: Tensor,
    delta_sq: Tensor,
    lr: float = 1.0,
    rho: float = 0.9,
    eps: float = 1e-6,
    weight_decay: float = 0.0,
) -> tuple[Tensor, Tensor, Tensor]:
    """The new (param, sq, delta_sq), all of one shape; sq and delta_sq average squared gradients and steps.

    RMS(steps) / RMS(gradients) gives the step the units of the parameter: no learning rate to choose.
    """
    grad = grad + weight_decay * param
    sq = rho * sq + (1 - rho) * grad**2
    delta = torch.sqrt(delta_sq + eps) / torch.sqrt(sq + eps) * grad
    delta_sq = rho * delta_sq + (1 - rho) * delta**2
    return param - lr * delta, sq, delta_sq
