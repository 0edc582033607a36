# wrong answer
from math import ceil


def conv_output_shape(input_hw, kernel_size, stride=1, padding=0, dilation=1):
    result = []
    for i in range(2):
        n = input_hw[i] if isinstance(input_hw, tuple) else input_hw
        k = kernel_size[i] if isinstance(kernel_size, tuple) else kernel_size
        s = stride[i] if isinstance(stride, tuple) else stride
        d = dilation[i] if isinstance(dilation, tuple) else dilation
        if s < 1:
            raise ValueError("stride")
        eff = d * (k - 1) + 1
        if padding == "same":
            if s != 1:
                raise ValueError("same")
            result.append(n)
            continue
        p = 0 if padding == "valid" else padding[i] if isinstance(padding, tuple) else padding
        if n + 2 * p < eff:
            raise ValueError("too small")
        result.append(ceil((n + 2 * p - eff) / s) + 1)
    return tuple(result)
