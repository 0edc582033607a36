# output limit exceeded
# Prints without end.
def scale(x, k):
    while True:
        print("accepted " * 1000)
