"""1x1 convolutions (Lin, Chen & Yan 2014), and fully connected layers as convolutions (Long et al. 2015)."""

from __future__ import annotations

import torch
from torch import Tensor


def conv1x1(x: Tensor, w: Tensor, b: Tensor | None = None, stride: int = 1) -> Tensor:
    """Apply one linear layer, w (O, C, 1, 1), to the channels of every stride-th pixel of x, (N, C, H, W)."""
    pixels = x[:, :, ::stride, ::stride]
    out = torch.einsum("oc,nchw->nohw", w[:, :, 0, 0], pixels)
    return out if b is None else out + b[:, None, None]


def fc_to_conv(w: Tensor, b: Tensor, c: int, h: int, w_: int) -> tuple[Tensor, Tensor]:
    """The convolution that equals the linear layer w, (M, c*h*w_), on a flattened (c, h, w_) map.

    Its kernels, (M, c, h, w_), are as large as the map; on a larger image they give a map of outputs.
    """
    return w.reshape(len(w), c, h, w_), b


def bottleneck_saving(c_in: int, c_mid: int, c_out: int, k: int) -> tuple[int, int]:
    """Weights of a k x k convolution, and of a 1x1 one to c_mid channels with a k x k one after it."""
    direct = k * k * c_in * c_out
    reduce = c_in * c_mid
    expand = k * k * c_mid * c_out
    return direct, reduce + expand
