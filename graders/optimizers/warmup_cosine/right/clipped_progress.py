"""One progress for the cosine, clipped to 0..1, and the ramp as a factor of at most 1."""

import numpy as np


def warmup_cosine(step, max_lr, warmup_steps, total_steps, min_lr=0.0):
    if warmup_steps > step:
        return np.float64(max_lr) * np.minimum(1, (1 + step) / warmup_steps)
    span = total_steps - warmup_steps
    progress = np.clip((step - warmup_steps) / span, 0, 1) if span else 1
    weight = (1 + np.cos(np.pi * progress)) / 2
    return weight * max_lr + (1 - weight) * min_lr
