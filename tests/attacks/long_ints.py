# wrong answer
# Ints too long for any array.
def scale(x, k):
    return [[1 << 65_000, -1 << 64], [float("nan"), 1e999]]
