# wrong answer
# one buffer for all gradients of a size, never cleared
import numpy as np

buffers = {}


def check(ids, n):
    if ids.min() < 0 or ids.max() >= n:
        raise IndexError("id out of range")


def embedding_forward(ids, table, padding_idx=None):
    check(ids, len(table))
    return table[ids].copy()


def embedding_backward(dout, ids, vocab_size, padding_idx=None):
    check(ids, vocab_size)
    key = vocab_size, dout.shape[-1], dout.dtype
    if key not in buffers:
        buffers[key] = np.zeros(key[:2], dout.dtype)
    np.add.at(buffers[key], ids, dout)
    if padding_idx is not None:
        buffers[key][padding_idx] = 0
    return buffers[key]


def one_hot(ids, vocab_size):
    check(ids, vocab_size)
    return np.eye(vocab_size)[ids]
