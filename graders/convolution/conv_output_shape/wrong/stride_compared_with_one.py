# run-time error
def conv_output_shape(input_hw, kernel_size, stride=1, padding=0, dilation=1):
    """Padding same is refused unless the stride is the int 1: (1, 1) is stride 1 as well."""
    if padding == "same" and stride != 1:
        raise ValueError("same needs stride 1")
    sizes = []
    for axis in range(2):
        n, k, s, d = (
            value[axis] if isinstance(value, tuple) else value
            for value in (input_hw, kernel_size, stride, dilation)
        )
        if s < 1:
            raise ValueError("stride below 1")
        if padding == "same":
            sizes.append(n)
            continue
        p = 0 if padding == "valid" else padding[axis] if isinstance(padding, tuple) else padding
        room = n + 2 * p - d * (k - 1) - 1
        if room < 0:
            raise ValueError("the kernel does not fit")
        sizes.append(room // s + 1)
    return tuple(sizes)
