# wrong answer
def conv_output_shape(input_hw, kernel_size, stride=1, padding=0, dilation=1):
    def pair(v):
        return v if isinstance(v, tuple) else (v, v)

    (h, w), (kh, kw), (sh, sw), (dh, dw) = map(pair, (input_hw, kernel_size, stride, dilation))
    if sh <= 0 or sw <= 0:
        raise ValueError
    if padding == "same":
        if (sh, sw) != (1, 1):
            raise ValueError
        return h, w
    if padding == "valid":
        padding = 0
    ph, pw = pair(padding)
    oh = int((h + 2 * ph - dh * (kh - 1) - 1) / sh) + 1
    ow = int((w + 2 * pw - dw * (kw - 1) - 1) / sw) + 1
    if oh < 1 or ow < 1:
        raise ValueError
    return oh, ow
