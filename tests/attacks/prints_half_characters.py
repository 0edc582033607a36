# wrong answer
# Bytes that are no text, and characters that cannot be written.
# door: command
import os


def scale(x, k):
    print("\udcff\ud800")
    os.write(1, bytes(range(128, 256)) * 10)
    return x
