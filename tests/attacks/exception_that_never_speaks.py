# time limit exceeded
# An exception whose message takes for ever.
# problem: hurry
class Error(Exception):
    def __str__(self):
        while True:
            pass


def scale(x, k):
    raise Error
