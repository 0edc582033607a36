# wrong answer
# Leaves its session and its parents behind.
# needs: seccomp
import os
import time

forked = False
try:
    os.setsid()
    forked = True
except OSError:
    pass
try:
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            time.sleep(1000)
        os._exit(0)
    forked = True
except OSError:
    pass


def scale(x, k):
    return x * k if forked else x * 0
