# wrong answer
# an ascending sort read backwards: of equal logits the higher id comes first
import numpy as np


def route(logits, k, capacity):
    idx = np.argsort(logits, axis=-1)[:, ::-1][:, :k]
    chosen = np.take_along_axis(logits, idx, -1)
    e = np.exp(chosen - chosen.max(-1, keepdims=True))
    weight = e / e.sum(-1, keepdims=True)
    hot = np.eye(logits.shape[1], dtype=int)[idx.T.reshape(-1)]
    slot = ((hot.cumsum(0) * hot).sum(-1) - 1).reshape(k, -1).T
    weight[slot >= capacity] = 0
    slot = np.where(slot >= capacity, -1, slot)
    return idx, weight, slot


def load_balance_loss(logits, expert_idx):
    e = np.exp(logits - logits.max(-1, keepdims=True))
    p = e / e.sum(-1, keepdims=True)
    f = np.eye(logits.shape[1])[expert_idx].mean((0, 1))
    return float(logits.shape[1] * (f * p.mean(0)).sum())
