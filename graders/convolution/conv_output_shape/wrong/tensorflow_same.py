# wrong answer
import math


def conv_output_shape(input_hw, kernel_size, stride=1, padding=0, dilation=1):
    def as_tuple(v):
        return (v, v) if isinstance(v, int) else tuple(v)

    n, k, s, d = as_tuple(input_hw), as_tuple(kernel_size), as_tuple(stride), as_tuple(dilation)
    if min(s) < 1:
        raise ValueError("stride")
    if padding == "same":
        return math.ceil(n[0] / s[0]), math.ceil(n[1] / s[1])
    p = (0, 0) if padding == "valid" else as_tuple(padding)
    out = tuple((n[i] + 2 * p[i] - d[i] * (k[i] - 1) - 1) // s[i] + 1 for i in range(2))
    if min(out) < 1:
        raise ValueError("does not fit")
    return out
