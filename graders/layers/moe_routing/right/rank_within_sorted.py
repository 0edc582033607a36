"""Slots by one stable sort of all assignments by expert: the rank within a run of equal ids."""

import numpy as np


def route(logits, k, capacity):
    tokens, experts = logits.shape
    ids = np.broadcast_to(np.arange(experts), logits.shape)
    chosen = np.lexsort((ids, -logits), axis=-1)[:, :k].astype(np.int64)
    z = np.take_along_axis(logits, chosen, axis=1)
    weight = np.exp(z - np.logaddexp.reduce(z, axis=1)[:, None])

    queue = chosen.ravel(order="F")
    by_expert = np.argsort(queue, kind="stable")
    starts = np.searchsorted(queue[by_expert], np.arange(experts))
    slot = np.empty_like(queue)
    slot[by_expert] = np.arange(queue.size) - starts[queue[by_expert]]
    slot = slot.reshape((tokens, k), order="F")
    over = slot >= capacity
    weight[over] = 0
    slot[over] = -1
    return chosen, weight, slot


def load_balance_loss(logits, expert_idx):
    p = np.exp(logits - np.logaddexp.reduce(logits, axis=1)[:, None]).mean(axis=0)
    return np.float64(len(p) * p[expert_idx].mean())
