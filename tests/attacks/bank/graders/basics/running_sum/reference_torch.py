import torch


def running_sum(x):
    if len(x) == 0:
        raise ValueError("no elements")
    return torch.cumsum(x, 0)
