"""What `moe-routing` is tried on: crowded and tied experts, capacities from none to enough, huge logits."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np


def generate(
    rng: np.random.Generator,
    *,
    t: int,
    e: int,
    k: int,
    capacity: int,
    kind: str = "uneven",
    then: Mapping[str, int] | None = None,
) -> dict[str, Any]:
    """Logits of t tokens for e experts, and assignments (t, k) to take the loss of.

    kind: "uneven", where some experts are preferred; "crowded", where all tokens prefer one; "ties", where
    most logits equal another; "huge", from -1e4 to 1e4; "apart", where every other token's are 8000 larger.
    Other logits than ties lie at least 1/1024 apart.
    """
    if kind == "ties":
        logits = rng.integers(0, 3, (t, e)) / 2
    elif kind == "huge":
        values = np.array([1e4, 9998.0, 0.0, -1e4, 100.0, -50.0, 9990.0, -9999.0])
        logits = np.stack([rng.permutation(values)[:e] for _ in range(t)])
    else:
        logits = rng.integers(-128, 128, (t, e)) / 64 + rng.permutation(e) / 1024
        logits = logits + rng.permutation(e) / (e / 2)
        if kind == "apart":
            logits[::2] += 8000
        if kind == "crowded":
            logits[:, rng.integers(e)] += 6
    preference = rng.permutation(np.linspace(0, 3, e)) + rng.gumbel(size=(t, e))  # no expert twice in a row
    return {
        "logits": logits,
        "k": k,
        "capacity": capacity,
        "assigned": np.argsort(-preference, axis=1)[:, :k].astype(np.int64),
        "then": dict(then) if then else None,
    }
