# run-time error
# One file of 100 GB.
import os


def scale(x, k):
    fd = os.open("big", os.O_CREAT | os.O_RDWR)
    os.ftruncate(fd, 100 << 30)
    return x * k
