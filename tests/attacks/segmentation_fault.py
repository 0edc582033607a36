# run-time error
# Reads address 0.
import ctypes


def scale(x, k):
    return ctypes.string_at(0)
