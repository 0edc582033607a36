# wrong answer
# A sequence that computes its parts when asked.
class Lazy:
    __len__ = lambda self: 2
    __getitem__ = lambda self, i: Lazy()


def scale(x, k):
    return Lazy()
