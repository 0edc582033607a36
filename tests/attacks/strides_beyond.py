# run-time error | wrong answer
# An array whose strides lead out of its memory.
import numpy as np


def scale(x, k):
    return np.lib.stride_tricks.as_strided(x, x.shape, (1 << 40, 1 << 33))
