"""A network of two layers with a softmax classifier on top: loss and gradients, by the chain rule."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating[Any]]
Labels = NDArray[np.int64]


def mlp_loss(
    x: Array, y: Labels, w1: Array, b1: Array, w2: Array, b2: Array, reg: float = 0.0
) -> tuple[float, dict[str, Array]]:
    """Mean cross-entropy of x, (N, D), with labels y, (N,), plus the penalty; the gradient of each parameter.

    w1 is (H, D), w2 (C, H). Affine, ReLU, affine, softmax.
    """
    n = np.arange(len(y))
    hidden, scores = forward(x, w1, b1, w2, b2)
    log_p = log_softmax(scores)
    data_loss = -log_p[n, y].mean()
    penalty = 0.5 * reg * ((w1**2).sum() + (w2**2).sum())

    dscores = np.exp(log_p)
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


def mlp_predict(x: Array, w1: Array, b1: Array, w2: Array, b2: Array) -> Labels:
    """The class of the highest score, the lowest of several, for each sample: (N,)."""
    classes: Labels = forward(x, w1, b1, w2, b2)[1].argmax(1)
    return classes


def forward(x: Array, w1: Array, b1: Array, w2: Array, b2: Array) -> tuple[Array, Array]:
    """The hidden activations, (N, H), and the scores, (N, C)."""
    hidden = np.maximum(x @ w1.T + b1, 0)
    return hidden, hidden @ w2.T + b2


def log_softmax(scores: Array) -> Array:
    shifted = scores - scores.max(1, keepdims=True)
    log_p: Array = shifted - np.log(np.exp(shifted).sum(1, keepdims=True))
    return log_p
