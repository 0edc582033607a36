"""One-hot assignments and a cumulative sum over (choice, token), as in GShard."""

import torch
import torch.nn.functional as F


def route(logits, k, capacity):
    T, E = logits.shape
    probs = torch.softmax(logits, dim=-1)
    idx = torch.sort(logits, dim=-1, descending=True, stable=True).indices[:, :k].contiguous()
    gates = probs.gather(-1, idx)
    gates = gates / gates.sum(-1, keepdim=True)
    hot = F.one_hot(idx, E).permute(1, 0, 2).reshape(k * T, E)
    slot = (hot.cumsum(0) * hot).amax(-1) - 1
    slot = slot.view(k, T).t()
    inside = slot.lt(capacity)
    return idx, gates * inside, slot.where(inside, torch.full_like(slot, -1))


def load_balance_loss(logits, expert_idx):
    density = F.one_hot(expert_idx, logits.size(-1)).to(logits.dtype).mean(dim=(0, 1))
    proxy = logits.softmax(dim=-1).mean(dim=0)
    return (density * proxy).sum() * logits.size(-1)
