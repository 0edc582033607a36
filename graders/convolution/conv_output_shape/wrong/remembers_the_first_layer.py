# wrong answer
# keeps the settings of the first call for all later ones
from functools import cache

options = {}


@cache
def shape_of(input_hw, kernel_size):
    (h, w), (kh, kw), (sh, sw), (dh, dw) = (
        value if isinstance(value, tuple) else (value, value)
        for value in (input_hw, kernel_size, options["stride"], options["dilation"])
    )
    padding = options["padding"]
    if sh < 1 or sw < 1 or (padding == "same" and (sh, sw) != (1, 1)):
        raise ValueError("stride")
    if padding == "same":
        return h, w
    ph, pw = (0, 0) if padding == "valid" else padding if isinstance(padding, tuple) else (padding, padding)
    out = (h + 2 * ph - dh * (kh - 1) - 1) // sh + 1, (w + 2 * pw - dw * (kw - 1) - 1) // sw + 1
    if min(out) < 1:
        raise ValueError("kernel")
    return out


def conv_output_shape(input_hw, kernel_size, stride=1, padding=0, dilation=1):
    if not options:
        options.update(stride=stride, padding=padding, dilation=dilation)
    return shape_of(input_hw, kernel_size)
