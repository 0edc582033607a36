# compile error
# A source too long to be read, at the judge's own door.
# grows: 500000
def scale(x, k):
    return x * k
