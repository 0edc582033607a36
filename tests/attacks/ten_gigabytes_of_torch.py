# output limit exceeded
# 10 GB that take no memory: one element, expanded.
# framework: torch
def scale(x, k):
    return x[0, 0].expand(10 << 27)
