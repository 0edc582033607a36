# memory limit exceeded
# 10 GB.
import numpy as np


def scale(x, k):
    return np.ones(10 << 27)
