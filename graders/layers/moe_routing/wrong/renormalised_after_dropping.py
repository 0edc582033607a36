# wrong answer
# what is left of a token's weights is scaled up to 1 again
import numpy as np


def route(logits, k, capacity):
    T, E = logits.shape
    idx = np.argsort(-logits, axis=1, kind="stable")[:, :k]
    position = np.zeros((T, k), np.int64)
    count = np.zeros(E, np.int64)
    for j in range(k):
        for t in range(T):
            position[t, j] = count[idx[t, j]]
            count[idx[t, j]] += 1
    position[position >= capacity] = -1
    top = np.take_along_axis(logits, idx, 1)
    w = np.exp(top - top.max(1, keepdims=True)) * (position >= 0)
    total = w.sum(1, keepdims=True)
    return idx, w / np.where(total == 0, 1, total).astype(w.dtype), position


def load_balance_loss(logits, expert_idx):
    p = np.exp(logits - logits.max(1)[:, None])
    p /= p.sum(1)[:, None]
    f = np.bincount(expert_idx.ravel(), minlength=p.shape[1]) / expert_idx.size
    return (f @ p.mean(0)) * p.shape[1]
