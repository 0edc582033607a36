# wrong answer
# A generator without end.
def scale(x, k):
    return iter(int, 1)
