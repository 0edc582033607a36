# wrong answer
def conv_output_shape(input_hw, kernel_size, stride=1, padding=0, dilation=1):
    def unpack(x):
        return (x, x) if not isinstance(x, tuple) else x

    ih, iw = unpack(input_hw)
    kh, kw = unpack(kernel_size)
    sh, sw = unpack(stride)
    dh, dw = unpack(dilation)
    if sh < 1 or sw < 1:
        raise ValueError("invalid stride")
    if padding == "same":
        if sh != 1 or sw != 1:
            raise ValueError("same padding requires stride 1")
        return ih, iw
    ph, pw = (0, 0) if padding == "valid" else unpack(padding)
    oh = (ih + 2 * ph - dh * (kh - 1) - 1) // sh
    ow = (iw + 2 * pw - dw * (kw - 1) - 1) // sw
    if oh < 1 or ow < 1:
        raise ValueError("output too small")
    return oh, ow
