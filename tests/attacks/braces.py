# compile error
# A statement about the future.
from __future__ import braces


def scale(x, k):
    return x
