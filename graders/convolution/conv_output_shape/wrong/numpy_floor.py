# wrong answer
import numpy as np


def conv_output_shape(input_hw, kernel_size, stride=1, padding=0, dilation=1):
    def pair(v):
        return v if isinstance(v, tuple) else (v, v)

    n, k, s, d = pair(input_hw), pair(kernel_size), pair(stride), pair(dilation)
    if s[0] < 1 or s[1] < 1:
        raise ValueError("bad stride")
    if padding == "same":
        if s != (1, 1):
            raise ValueError("same needs stride 1")
        return n
    p = (0, 0) if padding == "valid" else pair(padding)
    h = np.floor((n[0] + 2 * p[0] - d[0] * (k[0] - 1) - 1) / s[0]) + 1
    w = np.floor((n[1] + 2 * p[1] - d[1] * (k[1] - 1) - 1) / s[1]) + 1
    if h < 1 or w < 1:
        raise ValueError("kernel too large")
    return h, w
