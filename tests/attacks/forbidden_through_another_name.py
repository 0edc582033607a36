# rule violation
# A forbidden function under the names of a ufunc and of a method.
# problem: running-sum
import numpy as np


def running_sum(x):
    if not len(x):
        raise ValueError
    total = x.cumsum
    return total()
