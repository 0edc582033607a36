# time limit exceeded | memory limit exceeded
# Takes all the memory there is, and does not give up.
# problem: hurry
def scale(x, k):
    held = []
    while True:
        try:
            held.append(bytearray(1 << 20))
        except MemoryError:
            pass
