# wrong answer
import torch


def conv_output_shape(input_hw, kernel_size, stride=1, padding=0, dilation=1):
    t = lambda v: torch.tensor(v if isinstance(v, tuple) else (v, v))
    n, k, s, d = t(input_hw), t(kernel_size), t(stride), t(dilation)
    if (s < 1).any():
        raise ValueError("stride must be positive")
    if padding == "same":
        if (s != 1).any():
            raise ValueError("'same' needs stride 1")
        return n[0], n[1]
    p = t(0 if padding == "valid" else padding)
    out = torch.div(n + 2 * p - d * (k - 1) - 1, s, rounding_mode="floor") + 1
    if (out < 1).any():
        raise ValueError("output would be empty")
    return out[0], out[1]
