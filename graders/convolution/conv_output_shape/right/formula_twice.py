def conv_output_shape(input_hw, kernel_size, stride=1, padding=0, dilation=1):
    """The textbook formula, once for each axis, 'same' turned into a formula as well."""

    def of(argument, axis):
        return argument[axis] if isinstance(argument, (tuple, list)) else argument

    sizes = []
    for axis in (0, 1):
        n, k, s, d = (of(argument, axis) for argument in (input_hw, kernel_size, stride, dilation))
        if s < 1:
            raise ValueError("stride must be positive")
        if padding == "same":
            if s != 1:
                raise ValueError("'same' needs stride 1")
            total = d * (k - 1)
        elif padding == "valid":
            total = 0
        else:
            total = 2 * of(padding, axis)
        size = (n + total - d * (k - 1) - 1) // s + 1
        if size < 1:
            raise ValueError("the kernel does not fit")
        sizes.append(size)
    return tuple(sizes)
