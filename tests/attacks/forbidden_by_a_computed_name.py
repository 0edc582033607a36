# rule violation
# A forbidden function whose name is put together.
# problem: running-sum
import numpy as np


def running_sum(x):
    if not len(x):
        raise ValueError
    return getattr(np, "mus"[::-1].replace("sum", "cumsum"))(x)
