# output limit exceeded
# 10 GB that take no memory: one element, broadcast.
import numpy as np


def scale(x, k):
    return np.broadcast_to(x[0, 0], (10 << 27,))
