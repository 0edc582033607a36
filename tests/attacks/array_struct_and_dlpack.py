# wrong answer
# The same by two other protocols.
class Pointer:
    __array_struct__ = 8

    def __dlpack__(self, **_):
        raise SystemExit

    def __dlpack_device__(self):
        raise SystemExit


def scale(x, k):
    return [Pointer(), Pointer()]
