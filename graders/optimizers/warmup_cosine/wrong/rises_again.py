# wrong answer
import math


def warmup_cosine(step, max_lr, warmup_steps, total_steps, min_lr=0.0):
    if warmup_steps and step < warmup_steps:
        return max_lr / warmup_steps * (step + 1)
    p = (step - warmup_steps) / max(1, total_steps - warmup_steps)
    return min_lr + (max_lr - min_lr) / 2 * (1 + math.cos(math.pi * p))
