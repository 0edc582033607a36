"""Softmax and log-softmax without overflow, and the backward pass of softmax."""

from __future__ import annotations

import torch
from torch import Tensor


def softmax(x: Tensor, axis: int = -1) -> Tensor:
    """Probabilities along an axis; zeros for a slice that is -inf throughout.

    The maximum cancels in the quotient, and without it no exponent is above 0. The largest is 0, so the sum
    is at least 1, unless there is nothing to sum.
    """
    top = x.amax(dim=axis, keepdim=True)
    e = torch.exp(x - torch.where(top > -torch.inf, top, 0))
    total = e.sum(dim=axis, keepdim=True)
    return e / total.clamp(min=1)


def log_softmax(x: Tensor, axis: int = -1) -> Tensor:
    """x - logsumexp(x), never by way of a probability that may underflow."""
    z = x - x.amax(dim=axis, keepdim=True)
    log_sum = torch.log(torch.exp(z).sum(dim=axis, keepdim=True))
    return z - log_sum


def softmax_backward(dout: Tensor, p: Tensor, axis: int = -1) -> Tensor:
    """dx from dp_j / dx_k = p_j (delta_jk - p_k), summed over j without building the Jacobian."""
    mean = (dout * p).sum(dim=axis, keepdim=True)  # of dout, with the probabilities as weights
    return p * (dout - mean)
