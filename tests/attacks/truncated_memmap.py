# run-time error
# A result that lies in a file of the scratch folder, which is emptied before it can be copied.
import numpy as np


def scale(x, k):
    lies = np.memmap("lies", np.float64, "w+", shape=(len(x), 2))
    lies[:] = k * x
    with open("lies", "wb"):
        return np.asarray(lies)
