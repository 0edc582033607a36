def places(n, kernel, stride, before, after, dilation):
    """Counts the positions at which every tap of the kernel lies on the padded input."""
    if stride < 1:
        raise ValueError("stride below 1")
    reach = (kernel - 1) * dilation
    count = len(range(-before, n + after - reach, stride))
    if count == 0:
        raise ValueError("no position fits")
    return count


def conv_output_shape(input_hw, kernel_size, stride=1, padding=0, dilation=1):
    """No formula: a range over the first tap's positions."""
    as_pair = lambda v: v if isinstance(v, tuple) else (v, v)  # noqa: E731
    size, kernel, step, gap = map(as_pair, (input_hw, kernel_size, stride, dilation))
    if isinstance(padding, str):
        if padding == "same" and step != (1, 1):
            raise ValueError("'same' with a stride")
        total = [(k - 1) * g if padding == "same" else 0 for k, g in zip(kernel, gap, strict=True)]
        before = [t // 2 for t in total]
        after = [t - b for t, b in zip(total, before, strict=True)]
    else:
        before = after = as_pair(padding)
    return tuple(places(*axis) for axis in zip(size, kernel, step, before, after, gap, strict=True))
