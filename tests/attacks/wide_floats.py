# wrong answer
# Dtypes that other machines do not have, and bytes in the other order.
import numpy as np


def scale(x, k):
    return (x * k).astype(np.longdouble), (x * k).astype(">f8")
