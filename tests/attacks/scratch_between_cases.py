# wrong answer
# What one case wrote to its folder, the next reads as its answer.
import os
import tempfile

import numpy as np


def scale(x, k):
    if not os.path.exists("answer.npy"):
        np.save("answer.npy", x * k)
    tempfile.NamedTemporaryFile(delete=False).close()
    return np.load("answer.npy").astype(x.dtype)
