# run-time error
# Neither is KeyboardInterrupt.
def scale(x, k):
    raise KeyboardInterrupt
