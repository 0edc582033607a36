# output limit exceeded
# A string of 100 MB.
def scale(x, k):
    return "x" * 100_000_000
