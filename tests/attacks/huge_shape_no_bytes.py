# wrong answer
# Sizes whose product is 0, and overflows on the way.
import numpy as np


def scale(x, k):
    return np.empty((2**40, 0)), np.empty((0, 2**40)), np.empty((2**20, 0, 2**20))
