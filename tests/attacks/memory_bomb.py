# memory limit exceeded
# Takes memory without end.
def scale(x, k):
    held = []
    while True:
        held.append(bytearray(1 << 20))
