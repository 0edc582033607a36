# run-time error | time limit exceeded | memory limit exceeded
# Threads without end.
# problem: hurry
import threading
import time


def scale(x, k):
    while True:
        threading.Thread(target=time.sleep, args=(1000,), daemon=True).start()
