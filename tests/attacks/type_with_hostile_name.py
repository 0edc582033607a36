# wrong answer | run-time error
# Returns an object whose type has a name for the terminal.
class Meta(type):
    __name__ = property(lambda self: "\x1b[2J" * 10_000)
    __module__ = property(lambda self: 1 / 0)


Answer = Meta("\x1b[2J\n\r" * 1000, (), {"__module__": "\x1b[31m"})


def scale(x, k):
    return Answer()
