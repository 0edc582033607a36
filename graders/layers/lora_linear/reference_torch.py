"""A low-rank adapter on a frozen linear layer (Hu et al. 2022, LoRA, section 4.1), no autograd."""

from __future__ import annotations

from torch import Tensor


def lora_forward(x: Tensor, w: Tensor, b: Tensor | None, a: Tensor, bb: Tensor, alpha: float) -> Tensor:
    """The layer and its adapter, (N, M): x w^T + b + alpha/r (x a^T) bb^T.

    Two products of rank r, (N, D) by (D, r) by (r, M), are cheap; bb a, (M, D), is never formed.
    """
    out = x @ w.T + scale(a, alpha) * (x @ a.T @ bb.T)
    return out if b is None else out + b


def lora_merge(w: Tensor, a: Tensor, bb: Tensor, alpha: float) -> Tensor:
    """The weight, (M, D), of the one linear layer that does the same."""
    return w + scale(a, alpha) * (bb @ a)


def lora_grads(dout: Tensor, x: Tensor, a: Tensor, bb: Tensor, alpha: float) -> tuple[Tensor, Tensor]:
    """Gradients (da, dbb) for dout, (N, M); w is frozen and gets none."""
    dadapter = scale(a, alpha) * dout
    da = (dadapter @ bb).T @ x
    dbb = dadapter.T @ (x @ a.T)
    return da, dbb


def scale(a: Tensor, alpha: float) -> float:
    """alpha/r, with r the number of rows of a."""
    return alpha / len(a)
