"""The whole schedule as a list, from which the step is read."""

from math import cos, pi


def warmup_cosine(step, max_lr, warmup_steps, total_steps, min_lr=0.0):
    rates = [max_lr * (k / warmup_steps) for k in range(1, warmup_steps + 1)]
    decay_steps = total_steps - warmup_steps
    rates += [min_lr + (max_lr - min_lr) * cos(pi * k / decay_steps / 2) ** 2 for k in range(decay_steps)]
    return float(rates[step] if step < len(rates) else min_lr)
