# time limit exceeded
# An endless loop.
# problem: hurry
def scale(x, k):
    while True:
        pass
