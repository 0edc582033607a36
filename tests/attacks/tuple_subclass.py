# wrong answer
# A tuple whose iterator never ends.
class Tuple(tuple):
    __iter__ = lambda self: iter(int, 1)
    __len__ = lambda self: 2


def scale(x, k):
    return Tuple((x, x))
