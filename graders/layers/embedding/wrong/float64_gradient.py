# wrong answer
# np.zeros without a dtype
import numpy as np


def check(ids, n):
    for i in np.ravel(ids):
        if not 0 <= i < n:
            raise IndexError(int(i))


def embedding_forward(ids, table, padding_idx=None):
    check(ids, len(table))
    return np.array(table[ids])


def embedding_backward(dout, ids, vocab_size, padding_idx=None):
    check(ids, vocab_size)
    dtable = np.zeros((vocab_size, dout.shape[-1]))
    for i, g in zip(np.ravel(ids), dout.reshape(-1, dout.shape[-1])):
        if i != padding_idx:
            dtable[i] += g
    return dtable


def one_hot(ids, vocab_size):
    check(ids, vocab_size)
    out = np.zeros(np.shape(ids) + (vocab_size,))
    for at in np.ndindex(np.shape(ids)):
        out[at + (ids[at],)] = 1
    return out
