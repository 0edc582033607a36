# run-time error
# An exception whose every method raises.
class Error(Exception):
    def __str__(self):
        raise self

    __repr__ = __getattribute__ = lambda self, *_: 1 / 0


def scale(x, k):
    raise Error
