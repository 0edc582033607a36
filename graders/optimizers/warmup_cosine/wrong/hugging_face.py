# wrong answer
# transformers' schedule: starts at zero, and max(0, ...) around the cosine
import math


def warmup_cosine(step, max_lr, warmup_steps, total_steps, min_lr=0.0):
    if step < warmup_steps:
        return max_lr * float(step) / float(max(1, warmup_steps))
    progress = float(step - warmup_steps) / float(max(1, total_steps - warmup_steps))
    return max(min_lr, max_lr * 0.5 * (1.0 + math.cos(math.pi * progress)))
