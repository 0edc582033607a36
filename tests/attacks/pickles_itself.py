# wrong answer
# Runs code on whoever unpickles or copies it.
import os


class Code:
    def __reduce__(self):
        return os.system, ("touch /tmp/@MARK@-pickle",)

    __deepcopy__ = __copy__ = lambda self, *_: os._exit(0)


def scale(x, k):
    return Code()
