# time limit exceeded
# A thread that never hands the interpreter over.
# problem: hurry
import sys
import threading

sys.setswitchinterval(1000)


def scale(x, k):
    threading.Thread(target=lambda: sum(iter(int, 1)), daemon=True).start()
    return x
