# wrong answer
import math


def conv_output_shape(input_hw, kernel_size, stride=1, padding=0, dilation=1):
    values = []
    for axis in range(2):
        get = lambda v: v[axis] if isinstance(v, tuple) else v
        n, k, s, d = get(input_hw), get(kernel_size), get(stride), get(dilation)
        if s <= 0:
            raise ValueError(f"stride {s}")
        if padding == "same":
            if s > 1:
                raise ValueError("same")
            p = d * (k - 1)
        elif padding == "valid":
            p = 0
        else:
            p = get(padding)
        size = math.floor((n + p - d * (k - 1) - 1) / s + 1)
        if size <= 0:
            raise ValueError("nothing left")
        values.append(size)
    return values[0], values[1]
