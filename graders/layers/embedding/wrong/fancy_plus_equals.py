# wrong answer
# dtable[ids] += dout keeps one of several equal ids
import numpy as np


def check(ids, n):
    if np.any(ids < 0) or np.any(ids >= n):
        raise IndexError("id out of range")


def embedding_forward(ids, table, padding_idx=None):
    check(ids, table.shape[0])
    return table[ids].copy()


def embedding_backward(dout, ids, vocab_size, padding_idx=None):
    check(ids, vocab_size)
    dtable = np.zeros((vocab_size, dout.shape[-1]), dtype=dout.dtype)
    dtable[ids] += dout
    if padding_idx is not None:
        dtable[padding_idx] = 0
    return dtable


def one_hot(ids, vocab_size):
    check(ids, vocab_size)
    return np.eye(vocab_size)[ids]
