# wrong answer
# returns None where the kernel does not fit
def conv_output_shape(input_hw, kernel_size, stride=1, padding=0, dilation=1):
    def both(value):
        return value if isinstance(value, tuple) else (value,) * 2

    if min(both(stride)) < 1 or (padding == "same" and both(stride) != (1, 1)):
        raise ValueError("stride")
    if padding == "same":
        return both(input_hw)
    padding = 0 if padding == "valid" else padding
    free = [
        n + 2 * p - d * (k - 1)
        for n, k, p, d in zip(*map(both, (input_hw, kernel_size, padding, dilation)), strict=True)
    ]
    if min(free) < 1:
        return None
    return tuple((cells - 1) // s + 1 for cells, s in zip(free, both(stride), strict=True))
