# wrong answer
def conv_output_shape(input_hw, kernel_size, stride=1, padding=0, dilation=1):
    first = lambda v: v[0] if isinstance(v, (tuple, list)) else v
    h, w = input_hw if isinstance(input_hw, tuple) else (input_hw, input_hw)
    k, s, d = first(kernel_size), first(stride), first(dilation)
    if s < 1:
        raise ValueError("stride")
    if padding == "same":
        if s != 1:
            raise ValueError("same needs stride 1")
        return h, w
    p = 0 if padding == "valid" else first(padding)
    out = [(n + 2 * p - d * (k - 1) - 1) // s + 1 for n in (h, w)]
    if min(out) < 1:
        raise ValueError("kernel too large")
    return tuple(out)
