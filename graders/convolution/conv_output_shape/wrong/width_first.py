# wrong answer
def conv_output_shape(input_hw, kernel_size, stride=1, padding=0, dilation=1):
    pair = lambda v: v if isinstance(v, tuple) else (v, v)
    h, w = pair(input_hw)
    kw, kh = pair(kernel_size)
    sw, sh = pair(stride)
    dw, dh = pair(dilation)
    if sh < 1 or sw < 1:
        raise ValueError("stride")
    if padding == "same":
        if sh > 1 or sw > 1:
            raise ValueError("same")
        return h, w
    pw, ph = (0, 0) if padding == "valid" else pair(padding)
    out = (h + 2 * ph - dh * (kh - 1) - 1) // sh + 1, (w + 2 * pw - dw * (kw - 1) - 1) // sw + 1
    if min(out) < 1:
        raise ValueError("kernel")
    return out
