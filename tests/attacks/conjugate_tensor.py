# wrong answer
# A tensor whose bytes are not its numbers.
# framework: torch
import torch


def scale(x, k):
    return torch.complex(x, x * k).conj().imag
