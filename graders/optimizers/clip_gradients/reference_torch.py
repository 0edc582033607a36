"""Gradient clipping by the global norm (Pascanu, Mikolov & Bengio 2013, Algorithm 1) and by value."""

from __future__ import annotations

import math
from collections.abc import Sequence

from torch import Tensor


def clip_by_global_norm(grads: Sequence[Tensor], max_norm: float) -> tuple[list[Tensor], float]:
    """All arrays scaled by one factor, so that together they are no longer than max_norm; their norm before.

    One factor for all keeps the direction of the whole gradient.
    """
    total_norm = math.sqrt(sum(float((grad**2).sum()) for grad in grads))
    factor = min(1.0, max_norm / (total_norm + 1e-6))
    return [factor * grad for grad in grads], total_norm


def clip_by_value(grads: Sequence[Tensor], limit: float) -> list[Tensor]:
    """Every value moved into [-limit, limit]."""
    return [grad.clip(-limit, limit) for grad in grads]
