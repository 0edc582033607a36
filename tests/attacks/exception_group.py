# run-time error
# An exception inside itself.
def scale(x, k):
    error = ValueError("loop")
    error.__cause__ = error.__context__ = error
    raise error from error
