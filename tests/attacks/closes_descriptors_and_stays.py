# run-time error | time limit exceeded
# Closes everything and does not end.
# problem: hurry
import os
import time


def scale(x, k):
    os.closerange(0, 64)
    time.sleep(1000)
