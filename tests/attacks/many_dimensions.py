# wrong answer | run-time error
# As many axes as an array can have.
import numpy as np


def scale(x, k):
    return np.empty((1,) * 32), np.empty((0,) * 64), np.empty((1,) * 63 + (0,))
