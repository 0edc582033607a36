"""What bias and loss must be before the first step (Lin et al. 2017, section 4.1; CS231n)."""

from __future__ import annotations

import numpy as np


def prior_bias(pi: float) -> float:
    """The logit of pi, the inverse of the sigmoid."""
    check_probability(pi)
    return float(np.log(pi) - np.log1p(-pi))


def initial_loss(kind: str, num_classes: int, margin: float = 1.0) -> float:
    """Equal scores: probabilities 1 / C, every wrong class within the margin, every sigmoid at 1 / 2."""
    if kind == "softmax":
        return float(np.log(num_classes))
    if kind == "svm":
        return margin * (num_classes - 1)
    if kind == "bce":
        return num_classes * float(np.log(2))
    raise ValueError(f"no loss {kind!r}")


def initial_focal_setup(num_anchors: int, num_pos: int, pi: float) -> tuple[float, float]:
    """(pos_loss, neg_loss). log1p keeps the digits of a tiny pi, which 1 - pi would round away."""
    check_probability(pi)
    pos_loss = -num_pos * float(np.log(pi))
    neg_loss = -(num_anchors - num_pos) * float(np.log1p(-pi))
    return pos_loss, neg_loss


def check_probability(pi: float) -> None:
    if not 0 < pi < 1:
        raise ValueError("pi must lie strictly between 0 and 1")
