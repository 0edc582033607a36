# wrong answer
# right values, but integers of NumPy
import numpy as np


def receptive_field(layers):
    out = []
    jump = np.int64(1)
    size = np.int64(1)
    centre = np.float64(0)
    for k, s, p, d in np.asarray(layers).reshape(-1, 4):
        size = size + (k - 1) * d * jump
        centre = centre + ((k - 1) * d / 2 - p) * jump
        jump = jump * s
        out.append((size, jump, centre))
    return out


def smallest_stack(rf, kernel=3):
    if rf <= 1:
        return 0
    if kernel == 1:
        raise ValueError("kernel")
    return np.int64(np.ceil((rf - 1) / (kernel - 1)))
