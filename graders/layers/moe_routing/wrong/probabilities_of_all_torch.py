# wrong answer
# the weights are the softmax over all experts, as in Switch with k = 1
import torch


def route(logits, k, capacity):
    probs = logits.softmax(-1)
    order = logits.argsort(dim=-1, descending=True, stable=True)[:, :k]
    weight = probs.gather(1, order)
    flat = order.t().reshape(-1)
    hot = torch.nn.functional.one_hot(flat, logits.shape[1])
    slot = ((hot.cumsum(0) - 1) * hot).sum(1).reshape(k, -1).t()
    full = slot >= capacity
    return order, weight.masked_fill(full, 0), slot.masked_fill(full, -1)


def load_balance_loss(logits, expert_idx):
    E = logits.shape[1]
    f = torch.bincount(expert_idx.flatten(), minlength=E).to(logits.dtype) / expert_idx.numel()
    return E * (f * logits.softmax(-1).mean(0)).sum()
