"""Four learning rate schedules in closed form; epoch 0 is the first."""

from __future__ import annotations

import math


def step_decay(lr0: float, epoch: int, step_size: int, gamma: float = 0.1) -> float:
    """lr0, times gamma after every step_size epochs."""
    return lr0 * gamma ** (epoch // step_size)


def exponential_decay(lr0: float, epoch: int, gamma: float) -> float:
    """lr0, times gamma after every epoch."""
    return lr0 * gamma**epoch


def inverse_time_decay(lr0: float, epoch: int, decay: float) -> float:
    """lr0 over a denominator that grows by decay every epoch."""
    return lr0 / (1 + decay * epoch)


def cosine_annealing(lr0: float, epoch: int, t_max: int, eta_min: float = 0.0) -> float:
    """Half a cosine from lr0 at epoch 0 to eta_min at t_max, and eta_min ever after."""
    progress = min(epoch, t_max) / t_max
    return eta_min + (lr0 - eta_min) * 0.5 * (1 + math.cos(math.pi * progress))
