# wrong answer
# counts the first cells of the windows, also of those that reach beyond the padded input
def conv_output_shape(input_hw, kernel_size, stride=1, padding=0, dilation=1):
    (h, w), (kh, kw), (sh, sw), (dh, dw) = (
        value if isinstance(value, tuple) else (value, value)
        for value in (input_hw, kernel_size, stride, dilation)
    )
    if sh < 1 or sw < 1:
        raise ValueError("stride")
    if padding == "same":
        if sh > 1 or sw > 1:
            raise ValueError("same")
        return h, w
    ph, pw = (0, 0) if padding == "valid" else padding if isinstance(padding, tuple) else (padding, padding)
    if dh * (kh - 1) >= h + 2 * ph or dw * (kw - 1) >= w + 2 * pw:
        raise ValueError("kernel")
    return len(range(0, h + 2 * ph, sh)), len(range(0, w + 2 * pw, sw))
