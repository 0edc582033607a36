# rule violation
# A forbidden operation by torch's own bindings, with torch's function hooks turned off.
# problem: running-sum
# framework: torch
import torch


def running_sum(x):
    if not len(x):
        raise ValueError
    with torch._C.DisableTorchFunction():
        return vars(torch._C._VariableFunctions)["mus"[::-1].join(["cum", ""])](x, 0)
