# wrong answer
# Infinite everywhere: inf minus inf is no error.
import numpy as np


def scale(x, k):
    return np.full_like(x, np.inf)
