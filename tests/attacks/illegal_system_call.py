# run-time error
# A call by the numbers of another architecture ends the process, or fails.
import ctypes


def scale(x, k):
    ctypes.CDLL(None).syscall(0x40000000 + 39)
    raise OSError
