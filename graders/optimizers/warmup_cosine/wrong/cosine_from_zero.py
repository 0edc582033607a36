# wrong answer
# the cosine is measured from step 0, so the rate jumps down when the warm-up ends
import numpy as np


def warmup_cosine(step, max_lr, warmup_steps, total_steps, min_lr=0.0):
    if step < warmup_steps:
        return max_lr * (step + 1) / warmup_steps
    progress = min(step / total_steps, 1.0)
    return min_lr + (max_lr - min_lr) * (1 + np.cos(np.pi * progress)) / 2
