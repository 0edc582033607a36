# output limit exceeded
# Far more values than an answer has, in a few bytes.
def scale(x, k):
    row = [0.0] * 1000
    return [row] * 1000
