# output limit exceeded
# Fills the pipe by hand, without a line's end.
import os


def scale(x, k):
    while True:
        os.write(2, bytes(1 << 16))
