# run-time error
# Arrays among the locals of the failing line whose types take a megabyte to tell.
import numpy as np


def scale(x, k):
    novel = np.zeros(1, [(f"\x1b[31m{i}" + "a" * 90, "f8") for i in range(9000)])
    wide = np.zeros((1,) * 60)
    return novel + wide + x
