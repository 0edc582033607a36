# wrong answer
# first and second choices have queues of their own
import torch


def route(logits, k, capacity):
    values, idx = torch.sort(logits, dim=1, descending=True, stable=True)
    values, idx = values[:, :k], idx[:, :k]
    weight = torch.softmax(values, dim=1)
    one_hot = torch.nn.functional.one_hot(idx, logits.shape[1])
    position = ((torch.cumsum(one_hot, dim=0) - 1) * one_hot).sum(-1)
    kept = position < capacity
    return idx, weight * kept, torch.where(kept, position, -1)


def load_balance_loss(logits, expert_idx):
    share = torch.nn.functional.one_hot(expert_idx, logits.shape[1]).to(logits.dtype).mean((0, 1))
    return float(logits.shape[1] * torch.dot(share, logits.softmax(1).mean(0)))
