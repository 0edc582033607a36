# wrong answer
# the loss counts first choices only
import numpy as np


def route(logits, k, capacity):
    T, E = logits.shape
    idx = np.argsort(-logits, axis=1, kind="stable")[:, :k]
    top = np.take_along_axis(logits, idx, axis=1)
    weight = np.exp(top - np.logaddexp.reduce(top, axis=1, keepdims=True))
    flat = idx.T.flatten()
    position = np.empty(T * k, np.int64)
    for e in range(E):
        position[flat == e] = np.arange(np.sum(flat == e))
    position = position.reshape(k, T).T
    lost = position >= capacity
    return idx, np.where(lost, 0, weight), np.where(lost, -1, position)


def load_balance_loss(logits, expert_idx):
    T, E = logits.shape
    p = np.exp(logits - np.logaddexp.reduce(logits, axis=1, keepdims=True))
    f = np.bincount(expert_idx[:, 0], minlength=E) / T
    return float(E * np.sum(f * p.mean(axis=0)))
