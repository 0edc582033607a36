# run-time error
# A class whose metaclass lies about its name and its bases, or does not answer.
class Meta(type):
    __name__ = property(lambda self: 1 / 0)
    __mro__ = property(lambda self: iter(int, 1))
    __module__ = property(lambda self: self)


class Error(Exception, metaclass=Meta):
    pass


def scale(x, k):
    raise Error
