# wrong answer
# an assertion instead of an IndexError
import numpy as np


def embedding_forward(ids, table, padding_idx=None):
    assert ids.min() >= 0 and ids.max() < len(table)
    return table[ids] + 0


def embedding_backward(dout, ids, vocab_size, padding_idx=None):
    assert ids.min() >= 0 and ids.max() < vocab_size
    dtable = np.zeros((vocab_size, dout.shape[-1]), dout.dtype)
    np.add.at(dtable, ids, dout)
    if padding_idx is not None:
        dtable[padding_idx, :] = 0
    return dtable


def one_hot(ids, vocab_size):
    assert ids.min() >= 0 and ids.max() < vocab_size
    return np.eye(vocab_size)[ids]
