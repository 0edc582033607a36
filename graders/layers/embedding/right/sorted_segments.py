# gradient rows sorted by id, each run of equal ids added up
import numpy as np


def in_range(ids, size):
    bad = np.setdiff1d(ids, np.arange(size))
    if bad.size:
        raise IndexError(f"no such ids: {bad}")


def embedding_forward(ids, table, padding_idx=None):
    in_range(ids, len(table))
    return np.array(table[ids], order="C", copy=True)


def embedding_backward(dout, ids, vocab_size, padding_idx=None):
    in_range(ids, vocab_size)
    flat, rows = ids.flatten(), dout.reshape(-1, dout.shape[-1])
    order = np.argsort(flat, kind="stable")
    tokens, starts = np.unique(flat[order], return_index=True)
    dtable = np.zeros((vocab_size, rows.shape[1]), dout.dtype)
    dtable[tokens] = np.add.reduceat(rows[order], starts, axis=0)
    return (
        dtable
        if padding_idx is None
        else dtable * (np.arange(vocab_size) != padding_idx)[:, None].astype(dout.dtype)
    )


def one_hot(ids, vocab_size):
    in_range(ids, vocab_size)
    return np.eye(vocab_size)[ids]
