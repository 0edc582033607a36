"""A network of two layers with a softmax classifier on top: loss and gradients, without autograd."""

from __future__ import annotations

import torch
from torch import Tensor


def mlp_loss(
    x: Tensor, y: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor, reg: float = 0.0
) -> tuple[float, dict[str, Tensor]]:
    """Mean cross-entropy of x, (N, D), with labels y, (N,), plus the penalty; the gradient of each parameter.

    w1 is (H, D), w2 (C, H). Affine, ReLU, affine, softmax.
    """
    n = torch.arange(len(y), device=y.device)
    hidden, scores = forward(x, w1, b1, w2, b2)
    log_p = log_softmax(scores)
    data_loss = -log_p[n, y].mean()
    penalty = 0.5 * reg * ((w1**2).sum() + (w2**2).sum())

    dscores = log_p.exp()
    dscores[n, y] -= 1
    dscores /= len(y)
    dhidden = (dscores @ w2) * (hidden > 0)
    grads = {
        "w1": dhidden.T @ x + reg * w1,
        "b1": dhidden.sum(0),
        "w2": dscores.T @ hidden + reg * w2,
        "b2": dscores.sum(0),
    }
    return float(data_loss + penalty), grads


def mlp_predict(x: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor) -> Tensor:
    """The class of the highest score, the lowest of several, for each sample: (N,)."""
    return forward(x, w1, b1, w2, b2)[1].argmax(1)


def forward(x: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor) -> tuple[Tensor, Tensor]:
    """The hidden activations, (N, H), and the scores, (N, C)."""
    hidden = (x @ w1.T + b1).clamp(min=0)
    return hidden, hidden @ w2.T + b2


def log_softmax(scores: Tensor) -> Tensor:
    shifted = scores - scores.amax(1, keepdim=True)
    return shifted - shifted.exp().sum(1, keepdim=True).log()
