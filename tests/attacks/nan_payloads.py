# wrong answer
# NaNs of every kind, which compare false with everything.
import numpy as np


def scale(x, k):
    bits = np.full(x.shape, 0x7FF8DEADBEEF0001, np.uint64)
    return bits.view(np.float64).astype(x.dtype)
