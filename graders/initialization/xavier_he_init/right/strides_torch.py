"""PyTorch: the fans by counting the elements of one output's and one input's weights."""

import torch


def fans(shape):
    if len(shape) < 2:
        raise ValueError("need (out, in, ...)")
    total = torch.Size(shape).numel()
    return total // shape[0], total // shape[1]


def xavier_uniform(u, gain=1.0):
    bound = gain * (6 / sum(fans(u.shape))) ** 0.5
    return torch.lerp(torch.full_like(u, -bound), torch.full_like(u, bound), u)


def xavier_normal(z, gain=1.0):
    return z.mul(gain * (2 / sum(fans(z.shape))) ** 0.5)


def he_uniform(u, slope=0.0, mode="fan_in"):
    fan = fans(u.shape)[0 if mode == "fan_in" else 1]
    return u.mul(2).sub(1).mul((6 / (1 + slope * slope) / fan) ** 0.5)


def he_normal(z, slope=0.0, mode="fan_in"):
    fan = fans(z.shape)[0 if mode == "fan_in" else 1]
    return z / torch.tensor((1 + slope * slope) * fan / 2, dtype=z.dtype, device=z.device).sqrt()
