# wrong answer | run-time error
# Changes small ints and interned strings of the whole process.
import ctypes


def scale(x, k):
    ctypes.memmove(id(1) + 24, id(0) + 24, 4)
    return x
