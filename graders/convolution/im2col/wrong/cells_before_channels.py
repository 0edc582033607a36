# wrong answer
# the rows run over the cells of the kernel first and over the channels last, as CS231n orders them
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def two(v):
    return (v, v) if isinstance(v, int) else v


def im2col(x, kernel_size, stride=1, padding=0, dilation=1):
    (kh, kw), (sh, sw), (ph, pw), (dh, dw) = map(two, (kernel_size, stride, padding, dilation))
    x = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    win = sliding_window_view(x, (dh * (kh - 1) + 1, dw * (kw - 1) + 1), (2, 3))[:, :, ::sh, ::sw, ::dh, ::dw]
    return win.transpose(0, 4, 5, 1, 2, 3).reshape(len(x), -1, win.shape[2] * win.shape[3])


def col2im(cols, output_size, kernel_size, stride=1, padding=0, dilation=1):
    (kh, kw), (sh, sw), (ph, pw), (dh, dw) = map(two, (kernel_size, stride, padding, dilation))
    H, W = output_size[0] + 2 * ph, output_size[1] + 2 * pw
    ho, wo = (H - dh * (kh - 1) - 1) // sh + 1, (W - dw * (kw - 1) - 1) // sw + 1
    six = cols.reshape(len(cols), kh, kw, -1, ho, wo)
    out = np.zeros((len(cols), six.shape[3], H, W), cols.dtype)
    for u in range(kh):
        for v in range(kw):
            out[:, :, u * dh : u * dh + (ho - 1) * sh + 1 : sh, v * dw : v * dw + (wo - 1) * sw + 1 : sw] += (
                six[:, u, v]
            )
    return out[:, :, ph : H - ph, pw : W - pw]
