# run-time error
# Recursion without end, and no guard against it.
import sys

sys.setrecursionlimit(1 << 30)


def deeper(x):
    return [*map(deeper, [x])]


def scale(x, k):
    return deeper(x)
