"""Embedding: rows of a table looked up by id, the gradient that comes back to them, and the one-hot view."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating[Any]]
Ids = NDArray[np.int64]


def embedding_forward(ids: Ids, table: Array, padding_idx: int | None = None) -> Array:
    """The row of table, (V, D), for each id: (..., D). The padding's row is one like any other here."""
    check(ids, len(table))
    return np.take(table, ids, axis=0)


def embedding_backward(dout: Array, ids: Ids, vocab_size: int, padding_idx: int | None = None) -> Array:
    """The gradient of the table, (V, D), for dout, (..., D): each row adds up that of all its uses."""
    check(ids, vocab_size)
    dtable = np.zeros((vocab_size, dout.shape[-1]), dout.dtype)
    np.add.at(dtable, ids, dout)  # dtable[ids] += dout would count a repeated id once
    if padding_idx is not None:
        dtable[padding_idx] = 0
    return dtable


def one_hot(ids: Ids, vocab_size: int) -> NDArray[np.float64]:
    """(..., V), 1 at each id and 0 elsewhere: one_hot(ids, V) @ table is the lookup."""
    check(ids, vocab_size)
    hot: NDArray[np.bool_] = ids[..., None] == np.arange(vocab_size)
    return hot.astype(np.float64)


def check(ids: Ids, vocab_size: int) -> None:
    """Negative ids would count from the end."""
    if ids.min() < 0 or ids.max() >= vocab_size:
        raise IndexError(f"ids must be from 0 to {vocab_size - 1}")
