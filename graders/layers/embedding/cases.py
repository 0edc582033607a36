"""What `embedding` is tried on: ids of any rank that repeat, padding, ids outside the vocabulary."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np


def generate(
    rng: np.random.Generator,
    *,
    shape: Sequence[int],
    v: int,
    d: int,
    padding: int | None = None,
    ends: bool = False,
    bad: int | None = None,
    only: str = "",
    write: bool = False,
    again: bool = False,
) -> dict[str, Any]:
    """Ids of `shape` from a vocabulary of V, which repeat and leave out V - 1; a table, and a gradient.

    `padding`: given as padding_idx, and among the ids. `ends`: 0 and V - 1 are among them. `bad`: so is
    this id if it is negative, else V + `bad`. `only` names the one function that is called. `write`: the
    caller writes into what it gets, and looks up again. `again`: it goes backward twice.
    """
    size = int(np.prod(shape))
    tokens = rng.permutation(max(v - 1, 1))[: (size + 1) // 2]
    ids = rng.permutation(np.arange(size) % len(tokens))
    ids = tokens[ids]
    if padding is not None:
        ids[-(size // 2 or 1) :: 2] = padding
    if ends:
        ids[:2] = 0, v - 1
    if bad is not None:
        ids[size // 2] = bad if bad < 0 else v + bad
    return {
        "ids": ids.reshape(shape),
        "table": 0.5 + rng.standard_normal((v, d)),
        "vocab_size": v,
        "dout": 0.3 + rng.standard_normal((*shape, d)),
        "options": {} if padding is None else {"padding_idx": padding},
        "only": only,
        "write": write,
        "again": again,
    }
