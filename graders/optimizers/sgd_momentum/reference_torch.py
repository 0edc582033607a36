"""SGD with momentum, as torch.optim.SGD takes a step, and in its classical form (Sutskever et al. 2013)."""

from __future__ import annotations

from torch import Tensor


def sgd_step(
    param: Tensor,
    grad: Tensor,
    buf: Tensor | None,
    lr: float,
    momentum: float = 0.0,
    dampening: float = 0.0,
    weight_decay: float = 0.0,
    nesterov: bool = False,
) -> tuple[Tensor, Tensor | None]:
    """The new (param, buf). buf sums up gradients: lr only enters in the update."""
    if nesterov and (momentum == 0 or dampening > 0):
        raise ValueError("Nesterov needs a momentum and no dampening")
    grad = grad + weight_decay * param
    step = grad
    if momentum > 0:
        buf = grad if buf is None else momentum * buf + (1 - dampening) * grad
        step = grad + momentum * buf if nesterov else buf
    return param - lr * step, buf


def velocity_step(
    param: Tensor, grad: Tensor, v: Tensor, lr: float, beta: float = 0.9
) -> tuple[Tensor, Tensor]:
    """The new (param, v). v sums up steps: each keeps the lr of its day."""
    v = beta * v - lr * grad
    return param + v, v
