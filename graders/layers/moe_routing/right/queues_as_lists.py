"""Every expert has a list of its tokens."""

import math

import numpy as np


def route(logits, k, capacity):
    T, E = logits.shape
    queues = [[] for _ in range(E)]
    idx = np.empty((T, k), np.int64)
    weight = np.zeros((T, k), logits.dtype)
    position = np.full((T, k), -1, np.int64)
    for choice in range(k):
        for token in range(T):
            row = logits[token].tolist()
            ranked = sorted(range(E), key=lambda e: (-row[e], e))[:k]
            expert = ranked[choice]
            idx[token, choice] = expert
            if len(queues[expert]) < capacity:
                position[token, choice] = len(queues[expert])
                queues[expert].append(token)
                weight[token, choice] = 1 / sum(math.exp(min(row[e] - row[expert], 700)) for e in ranked)
    return idx, weight, position


def load_balance_loss(logits, expert_idx):
    E = logits.shape[1]
    loss = 0.0
    for e in range(E):
        probability = [1 / np.exp(np.minimum(row - row[e], 700)).sum() for row in logits.astype(float)]
        loss += E * np.mean(expert_idx == e) * np.mean(probability)
    return loss
