# accepted
# A right answer that lies backwards in memory.
import numpy as np


def scale(x, k):
    return np.ascontiguousarray((x * k)[::-1, ::-1])[::-1, ::-1]
