# time limit exceeded
# A deadlock.
# problem: hurry
import threading

lock = threading.Lock()


def scale(x, k):
    lock.acquire()
    lock.acquire()
