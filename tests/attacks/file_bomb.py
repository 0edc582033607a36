# output limit exceeded | memory limit exceeded
# Fills the disk from its scratch folder.
import os


def scale(x, k):
    for i in range(1000):
        with open(f"file{i}", "wb") as file:
            file.write(bytes(8 << 20))
    return x
