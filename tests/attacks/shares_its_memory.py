# run-time error
# A tensor moved to memory that other processes may share, which is a file in /dev/shm.
# framework: torch
# needs: landlock seccomp
import torch


def scale(x, k):
    return (x * k).share_memory_()
