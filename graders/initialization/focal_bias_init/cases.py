"""What `focal-bias-init` is tried on: numbers drawn afresh unless a case fixes them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np


def generate(
    rng: np.random.Generator,
    *,
    kind: str = "softmax",
    pi: float | None = None,
    num_classes: int | None = None,
    margin: float | None = None,
    num_anchors: int | None = None,
    num_pos: int | None = None,
    ask: Sequence[str] = ("bias", "loss", "focal"),
) -> dict[str, Any]:
    """Plain numbers; `margin` is left to the default unless given, `ask` says what is called."""
    return {
        "kind": kind,
        "pi": float(rng.uniform(0.02, 0.4)) if pi is None else pi,
        "num_classes": int(rng.integers(4, 60)) if num_classes is None else num_classes,
        "options": {} if margin is None else {"margin": margin},
        "num_anchors": int(rng.integers(500, 5000)) if num_anchors is None else num_anchors,
        "num_pos": int(rng.integers(20, 200)) if num_pos is None else num_pos,
        "ask": list(ask),
    }
