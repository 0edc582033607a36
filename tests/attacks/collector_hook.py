# time limit exceeded
# Code of its own whenever garbage is collected.
# problem: hurry
import gc


def endless(*_):
    while True:
        pass


def scale(x, k):
    gc.callbacks.append(endless)
    gc.set_threshold(1)
    return [[x] for _ in range(100)]
