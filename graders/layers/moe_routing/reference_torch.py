"""Top-k routing with a capacity (Lepikhin et al. 2021) and the load balancing loss (Fedus et al. 2022)."""

from __future__ import annotations

import torch
from torch import Tensor


def route(logits: Tensor, k: int, capacity: int) -> tuple[Tensor, Tensor, Tensor]:
    """(expert_idx, weight, position) of the k choices of each token, all (T, k); best choices first."""
    tokens, experts = logits.shape
    expert_idx = torch.argsort(logits, dim=1, descending=True, stable=True)[:, :k]
    weight = torch.softmax(logits.gather(1, expert_idx), dim=1)

    queue = expert_idx.T.reshape(-1)  # all first choices, then all second ones
    joins = queue[:, None] == torch.arange(experts, device=logits.device)
    place = torch.cumsum(joins, dim=0)[joins] - 1  # of each assignment, among those to the same expert
    place = place.reshape(k, tokens).T
    kept = place < capacity
    return expert_idx, torch.where(kept, weight, 0), torch.where(kept, place, -1)


def load_balance_loss(logits: Tensor, expert_idx: Tensor) -> Tensor:
    """1 where the load is even; its gradient flows through the mean probabilities."""
    _, experts = logits.shape
    share = torch.bincount(expert_idx.reshape(-1), minlength=experts).to(logits.dtype) / expert_idx.numel()
    probability = torch.softmax(logits, dim=1).mean(dim=0)
    return experts * (share * probability).sum()
