# wrong answer
def conv_output_shape(input_hw, kernel_size, stride=1, padding=0, dilation=1):
    H, W = input_hw if isinstance(input_hw, tuple) else (input_hw,) * 2
    KH, KW = kernel_size if isinstance(kernel_size, tuple) else (kernel_size,) * 2
    SH, SW = stride if isinstance(stride, tuple) else (stride,) * 2
    if SH < 1 or SW < 1:
        raise ValueError("stride")
    if padding == "same":
        if SH != 1 or SW != 1:
            raise ValueError("same")
        return (H, W)
    if padding == "valid":
        padding = 0
    PH, PW = padding if isinstance(padding, tuple) else (padding,) * 2
    OH = 1 + (H - KH + 2 * PH) // SH
    OW = 1 + (W - KW + 2 * PW) // SW
    if OH <= 0 or OW <= 0:
        raise ValueError("kernel larger than input")
    return (OH, OW)
