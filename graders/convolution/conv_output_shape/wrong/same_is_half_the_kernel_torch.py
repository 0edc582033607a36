# wrong answer
def conv_output_shape(input_hw, kernel_size, stride=1, padding=0, dilation=1):
    to2 = lambda x: x if isinstance(x, (tuple, list)) else (x, x)
    ih, iw = to2(input_hw)
    kh, kw = to2(kernel_size)
    sh, sw = to2(stride)
    dh, dw = to2(dilation)
    if sh < 1 or sw < 1:
        raise ValueError("stride must be at least 1")
    if padding == "valid":
        padding = (0, 0)
    elif padding == "same":
        if sh != 1 or sw != 1:
            raise ValueError("padding='same' is not supported for strided convolutions")
        padding = (dh * (kh - 1) // 2, dw * (kw - 1) // 2)
    ph, pw = to2(padding)
    out_h = (ih + 2 * ph - dh * (kh - 1) - 1) // sh + 1
    out_w = (iw + 2 * pw - dw * (kw - 1) - 1) // sw + 1
    if out_h < 1 or out_w < 1:
        raise ValueError("output is empty")
    return out_h, out_w
