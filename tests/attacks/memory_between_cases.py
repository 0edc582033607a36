# memory limit exceeded | wrong answer
# A thread that takes memory while nobody asks anything.
import threading

held = []


def take():
    while True:
        try:
            held.append(b"x" * (1 << 20))
        except MemoryError:
            pass


threading.Thread(target=take, daemon=True).start()


def scale(x, k):
    while len(held) < 1000:
        pass
    return x
