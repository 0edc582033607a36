# time limit exceeded | memory limit exceeded
# One operation on ints that no signal interrupts.
# problem: hurry
def scale(x, k):
    return 7 ** (7 ** 10) % 10
