"""Top-k routing with a capacity (Lepikhin et al. 2021) and the load balancing loss (Fedus et al. 2022)."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating[Any]]
Ints = NDArray[np.int64]


def route(logits: Array, k: int, capacity: int) -> tuple[Ints, Array, Ints]:
    """(expert_idx, weight, position) of the k choices of each token, all (T, k); best choices first."""
    tokens, experts = logits.shape
    expert_idx = np.argsort(-logits, axis=1, kind="stable")[:, :k]
    weight = softmax(np.take_along_axis(logits, expert_idx, axis=1))

    queue = expert_idx.T.ravel()  # all first choices, then all second ones
    joins = queue[:, None] == np.arange(experts)
    place = np.cumsum(joins, axis=0)[joins] - 1  # of each assignment, among those to the same expert
    place = place.reshape(k, tokens).T
    kept = place < capacity
    return expert_idx, np.where(kept, weight, 0), np.where(kept, place, -1)


def load_balance_loss(logits: Array, expert_idx: Ints) -> float:
    """1 where the load is even; its gradient flows through the mean probabilities."""
    _, experts = logits.shape
    share = np.bincount(expert_idx.ravel(), minlength=experts) / expert_idx.size
    probability = softmax(logits).mean(axis=0)
    return float(experts * (share * probability).sum())


def softmax(x: Array) -> Array:
    e: Array = np.exp(x - x.max(axis=1, keepdims=True))
    e /= e.sum(axis=1, keepdims=True)
    return e
