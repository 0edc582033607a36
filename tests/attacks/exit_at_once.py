# run-time error
# Ends the process with status 0, without any clean-up.
import os


def scale(x, k):
    os._exit(0)
