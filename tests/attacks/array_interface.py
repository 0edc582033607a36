# wrong answer
# An object that points at memory that is not its own.
class Pointer:
    __array_interface__ = {"shape": (2, 2), "typestr": "<f8", "data": (8, False), "version": 3}


def scale(x, k):
    return Pointer()
