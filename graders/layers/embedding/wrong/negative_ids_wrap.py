# wrong answer
# leaves the checking to NumPy, which counts negative ids from the end
import numpy as np


def embedding_forward(ids, table, padding_idx=None):
    return np.take(table, ids, axis=0)


def embedding_backward(dout, ids, vocab_size, padding_idx=None):
    dtable = np.zeros((vocab_size, dout.shape[-1]), dout.dtype)
    np.add.at(dtable, ids, dout)
    if padding_idx is not None:
        dtable[padding_idx] = 0.0
    return dtable


def one_hot(ids, vocab_size):
    return np.eye(vocab_size)[ids]
