# wrong answer
# A right answer, with the inputs changed through their memory.
import ctypes


def scale(x, k):
    answer = x * k
    ctypes.memset(x.ctypes.data, 0, x.nbytes)
    return answer
