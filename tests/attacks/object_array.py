# wrong answer
# Arrays of objects, of text, of records and of dates.
import numpy as np


def scale(x, k):
    return [np.array([lambda: 0, None]), np.array(["a" * 1000]), np.zeros(2, "f8,i4"), np.zeros(2, "M8[s]"), np.void(b"1")]
