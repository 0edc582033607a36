# wrong answer
# A child that outlives the case.
# needs: seccomp
import os
import time

forked = False
try:
    if os.fork() == 0:
        time.sleep(1000)
        os._exit(0)
    forked = True
except OSError:
    pass


def scale(x, k):
    return x * k if forked else x * 0
