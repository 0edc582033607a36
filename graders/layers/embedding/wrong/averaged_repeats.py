# wrong answer
# the gradient of a repeated id is a mean
import numpy as np


def checked(ids, n):
    if ids.min() < 0 or ids.max() > n - 1:
        raise IndexError("out of the vocabulary")
    return ids


def embedding_forward(ids, table, padding_idx=None):
    return np.array([table[i] for i in checked(ids, len(table)).ravel()]).reshape(ids.shape + table.shape[1:])


def embedding_backward(dout, ids, vocab_size, padding_idx=None):
    flat = checked(ids, vocab_size).ravel()
    hot = (flat[:, None] == np.arange(vocab_size)).astype(dout.dtype)
    counts = np.maximum(hot.sum(0), 1)
    dtable = hot.T @ dout.reshape(len(flat), -1) / counts[:, None]
    if padding_idx is not None:
        dtable[padding_idx] = 0
    return dtable


def one_hot(ids, vocab_size):
    return (checked(ids, vocab_size)[..., None] == np.arange(vocab_size)).astype(float)
