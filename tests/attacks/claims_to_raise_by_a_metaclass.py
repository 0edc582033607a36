# run-time error | wrong answer
# Raises something else whose metaclass says it is a ValueError.
# problem: running-sum
class Meta(type):
    __mro__ = property(lambda self: (ValueError,))
    __name__ = property(lambda self: "ValueError")


class Error(Exception, metaclass=Meta):
    pass


def running_sum(x):
    if len(x):
        total, sums = 0.0, x.copy()
        for i, value in enumerate(x):
            sums[i] = total = total + value
        return sums
    raise Error
