# rule violation
# A forbidden operation in TorchScript, where no function of torch's is called.
# problem: running-sum
# framework: torch
import torch

SCRIPT = torch.jit.CompilationUnit("def total(x):\n    return x.cumsum(0)\n")


def running_sum(x):
    if not len(x):
        raise ValueError
    return SCRIPT.total(x)
