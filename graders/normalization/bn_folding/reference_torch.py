"""Folding batch normalisation into the convolution before it (Jacob et al. 2018, section 3.2)."""

from __future__ import annotations

import torch
from torch import Tensor


def fold_bn(
    w: Tensor,
    b: Tensor | None,
    gamma: Tensor,
    beta: Tensor,
    mean: Tensor,
    var: Tensor,
    eps: float = 1e-5,
) -> tuple[Tensor, Tensor]:
    """(w, b) of one layer that does what w, b and the evaluated batch normalisation do together.

    w: (O, I) or (O, I, kh, kw); all others (O,), b perhaps None.
    In evaluation the normalisation is affine: scale * (y - mean) + beta, for y = w x + b.
    """
    scale = gamma / torch.sqrt(var + eps)
    bias = -mean if b is None else b - mean
    return w * scale.reshape(-1, *(1,) * (w.ndim - 1)), scale * bias + beta
