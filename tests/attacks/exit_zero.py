# run-time error
# Leaves with status 0 in the middle of a case.
import sys


def scale(x, k):
    sys.exit(0)
