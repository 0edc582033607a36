# run-time error
# A fork bomb.
# needs: seccomp
import os


def scale(x, k):
    while True:
        os.fork()
