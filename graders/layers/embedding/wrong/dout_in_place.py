# wrong answer
# zeroes the caller's gradient at the padding
import numpy as np


def check(ids, n):
    if not np.all((0 <= ids) & (ids < n)):
        raise IndexError("bad id")


def embedding_forward(ids, table, padding_idx=None):
    check(ids, len(table))
    return table.take(ids, axis=0)


def embedding_backward(dout, ids, vocab_size, padding_idx=None):
    check(ids, vocab_size)
    if padding_idx is not None:
        dout[ids == padding_idx] = 0
    dtable = np.zeros((vocab_size, dout.shape[-1]), dtype=dout.dtype)
    np.add.at(dtable, ids, dout)
    return dtable


def one_hot(ids, vocab_size):
    check(ids, vocab_size)
    return np.identity(vocab_size)[ids]
