# time limit exceeded
# Uses no time at all, for a long time.
# problem: hurry
import time


def scale(x, k):
    time.sleep(1000)
