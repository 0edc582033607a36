# run-time error
# Dumps core, if it may.
import os


def scale(x, k):
    os.abort()
