"""Embedding: rows of a table looked up by id, the gradient that comes back to them, and the one-hot view."""

from __future__ import annotations

import torch
from torch import Tensor


def embedding_forward(ids: Tensor, table: Tensor, padding_idx: int | None = None) -> Tensor:
    """The row of table, (V, D), for each id: (..., D). The padding's row is one like any other here."""
    check(ids, len(table))
    return table[ids].clone()  # for a single id, table[id] is a view


def embedding_backward(dout: Tensor, ids: Tensor, vocab_size: int, padding_idx: int | None = None) -> Tensor:
    """The gradient of the table, (V, D), for dout, (..., D): each row adds up that of all its uses."""
    check(ids, vocab_size)
    dtable = dout.new_zeros(vocab_size, dout.shape[-1])
    dtable.index_put_((ids,), dout, accumulate=True)  # dtable[ids] += dout would count a repeated id once
    if padding_idx is not None:
        dtable[padding_idx] = 0
    return dtable


def one_hot(ids: Tensor, vocab_size: int) -> Tensor:
    """(..., V), 1 at each id and 0 elsewhere: one_hot(ids, V) @ table is the lookup."""
    check(ids, vocab_size)
    return (ids[..., None] == torch.arange(vocab_size, device=ids.device)).float()


def check(ids: Tensor, vocab_size: int) -> None:
    """Negative ids would count from the end."""
    if ids.min() < 0 or ids.max() >= vocab_size:
        raise IndexError(f"ids must be from 0 to {vocab_size - 1}")
