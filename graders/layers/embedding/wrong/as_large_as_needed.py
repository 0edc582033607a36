# wrong answer
# bincount for each column, as long as the largest id needs
import numpy as np


def check(ids, n):
    if np.min(ids) < 0 or np.max(ids) >= n:
        raise IndexError("id out of range")


def embedding_forward(ids, table, padding_idx=None):
    check(ids, len(table))
    return np.take(table, ids, 0)


def embedding_backward(dout, ids, vocab_size, padding_idx=None):
    check(ids, vocab_size)
    flat, d = ids.reshape(-1), dout.reshape(-1, dout.shape[-1])
    columns = [np.bincount(flat, weights=column) for column in d.T]
    dtable = np.stack(columns, axis=1).astype(dout.dtype)
    if padding_idx is not None and padding_idx < len(dtable):
        dtable[padding_idx] = 0
    return dtable


def one_hot(ids, vocab_size):
    check(ids, vocab_size)
    return np.eye(vocab_size)[ids]
