# wrong answer
# An object that makes its array when asked, each time another.
import numpy as np


class Lazy:
    def __array__(self, dtype=None, copy=None):
        return np.zeros((2, 2))


def scale(x, k):
    return Lazy()
