"""Masks of zeros and 1/(1 - p), multiplied on."""

import torch


def mask_for(u, p, like):
    mask = torch.ge(u, p).to(like.dtype) / (1 - p)
    return mask[(...,) + (None,) * (like.ndim - mask.ndim)]


def channel_dropout(x, p, u):
    return x * mask_for(u, p, x)


def dropconnect_linear(x, w, b, p, u):
    return torch.nn.functional.linear(x, w * mask_for(u, p, w), b)


def stochastic_depth(x, branch, p, u, training):
    return x + branch * mask_for(u, p, branch) if training else x + branch
