# output limit exceeded
# An int of a billion bits: printing it takes days.
def scale(x, k):
    return 1 << 100_000_000
