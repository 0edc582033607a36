# wrong answer
# queues filled token by token: a second choice comes before the next token's first
import numpy as np


def route(logits, k, capacity):
    T, E = logits.shape
    filled = [0] * E
    idx = np.zeros((T, k), np.int64)
    weight = np.zeros((T, k), logits.dtype)
    position = np.full((T, k), -1, np.int64)
    for t in range(T):
        order = sorted(range(E), key=lambda e: -logits[t, e])[:k]
        w = np.exp(logits[t, order] - logits[t, order[0]])
        w = w / w.sum()
        for j, e in enumerate(order):
            idx[t, j] = e
            if filled[e] < capacity:
                position[t, j], weight[t, j] = filled[e], w[j]
                filled[e] += 1
    return idx, weight, position


def load_balance_loss(logits, expert_idx):
    T, E = logits.shape
    p = np.exp(logits - logits.max(1, keepdims=True))
    p = p / p.sum(1, keepdims=True)
    f = np.array([(expert_idx == e).mean() for e in range(E)])
    return float(E * np.dot(f, p.mean(0)))
