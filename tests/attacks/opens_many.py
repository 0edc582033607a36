# run-time error
# As many descriptors as there are.
import os


def scale(x, k):
    while True:
        os.open("/dev/null", os.O_RDONLY)
