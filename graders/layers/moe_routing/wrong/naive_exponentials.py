# wrong answer
# exp of the logits as they are, and the order of what has underflowed to 0
import numpy as np


def route(logits, k, capacity):
    p = np.exp(logits) / np.exp(logits).sum(1, keepdims=True)
    idx = np.argsort(-p, 1, kind="stable")[:, :k]
    w = np.take_along_axis(p, idx, 1)
    w = w / w.sum(1, keepdims=True)
    flat = idx.T.ravel()
    slot = np.array([np.count_nonzero(flat[:i] == e) for i, e in enumerate(flat)]).reshape(k, -1).T
    return idx, np.where(slot < capacity, w, 0), np.where(slot < capacity, slot, -1)


def load_balance_loss(logits, expert_idx):
    p = np.exp(logits) / np.exp(logits).sum(1, keepdims=True)
    f = np.bincount(expert_idx.ravel(), minlength=p.shape[1]) / expert_idx.size
    return float((f * p.mean(0)).sum() * p.shape[1])
