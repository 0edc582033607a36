"""Local response normalisation across channels (Krizhevsky et al. 2012, section 3.3)."""

from __future__ import annotations

import torch
from torch import Tensor


def lrn(x: Tensor, size: int, alpha: float = 1e-4, beta: float = 0.75, k: float = 1.0) -> Tensor:
    """Damp x, (N, C, H, W), by the squares of the `size` channels around each value."""
    # Channels beyond the ends count as 0.
    before, after = size // 2, (size - 1) // 2
    squares = torch.nn.functional.pad(x * x, (0, 0, 0, 0, before, after))
    # The window of channel c starts at c of the padded ones: add up `size` copies, each one channel further.
    window_sum = sum(squares[:, i : i + x.shape[1]] for i in range(size))
    out: Tensor = x / (k + alpha / size * window_sum) ** beta
    return out
