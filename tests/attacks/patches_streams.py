# time limit exceeded
# Standard output that never finishes flushing.
# problem: hurry
import sys


class Endless:
    write = lambda self, text: len(text)

    def flush(self):
        while True:
            pass


sys.stdout = sys.stderr = sys.__stdout__ = Endless()


def scale(x, k):
    return x
