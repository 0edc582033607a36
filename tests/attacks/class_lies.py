# wrong answer
# Claims to be an array by `__class__`.
import numpy as np


class Liar:
    __class__ = property(lambda self: np.ndarray)
    __getattr__ = lambda self, name: getattr(np.zeros((2, 2)), name)


def scale(x, k):
    return Liar()
