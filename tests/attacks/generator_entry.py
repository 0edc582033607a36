# wrong answer
# A generator, which would do its work when iterated.
def scale(x, k):
    yield x * k
