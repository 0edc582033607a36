# time limit exceeded | memory limit exceeded
# Threads that compute while nobody looks.
# problem: hurry
import hashlib
import threading


def work():
    while True:
        hashlib.sha256(bytes(1 << 20)).digest()


def scale(x, k):
    for _ in range(4):
        threading.Thread(target=work, daemon=True).start()
    threading.Event().wait()
