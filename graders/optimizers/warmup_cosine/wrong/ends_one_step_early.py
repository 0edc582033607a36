# wrong answer
# the last step, total_steps - 1, gets min_lr
import math


def warmup_cosine(step, max_lr, warmup_steps, total_steps, min_lr=0.0):
    if step < warmup_steps:
        return max_lr * (step + 1) / warmup_steps
    if step >= total_steps - 1:
        return min_lr
    ratio = (step - warmup_steps) / (total_steps - 1 - warmup_steps)
    return min_lr + (max_lr - min_lr) * 0.5 * (1 + math.cos(math.pi * ratio))
