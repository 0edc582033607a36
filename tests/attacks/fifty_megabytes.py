# refused
# A source of 50 MB.
# door: command
# grows: 50000000
def scale(x, k):
    return x * k
