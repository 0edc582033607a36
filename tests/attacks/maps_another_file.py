# run-time error
# The bank's files mapped into memory by NumPy and by torch.
# framework: torch
# needs: landlock
import numpy as np
import torch

FILE = "@BANK@/graders/basics/scale/reference_numpy.py"


def scale(x, k):
    for read in (
        lambda: np.memmap(FILE, np.uint8, "r"),
        lambda: np.fromfile(FILE, np.uint8),
        lambda: torch.from_file(FILE, size=9, dtype=torch.uint8),
        lambda: torch.UntypedStorage.from_file(FILE, False, 9),
        lambda: torch.load(FILE, mmap=True),
        lambda: torch.jit.load(FILE),
        lambda: torch._C.PyTorchFileReader(FILE),
    ):
        try:
            read()
        except (OSError, RuntimeError):
            continue
        return x * k
    raise OSError
