import math

import torch


def conv_output_shape(input_hw, kernel_size, stride=1, padding=0, dilation=1):
    """A row of the arguments for each axis in one tensor; floor by `math.floor` of a true division."""

    def two(v):
        return list(v) if isinstance(v, tuple) else [v, v]

    if padding == "valid":
        padding = 0
    same = padding == "same"
    table = torch.tensor([two(v) for v in (input_hw, kernel_size, stride, 0 if same else padding, dilation)])
    result = []
    for n, k, s, p, d in table.T.tolist():
        if s < 1 or (same and s > 1):
            raise ValueError(f"stride {s}")
        out = n if same else math.floor((n + 2 * p - d * (k - 1) - 1) / s + 1)
        if out < 1:
            raise ValueError("empty output")
        result.append(out)
    return result[0], result[1]
