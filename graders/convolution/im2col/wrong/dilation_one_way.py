# wrong answer
# col2im forgets the dilation: the cells of a column go to neighbouring pixels
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def two(v):
    return (v, v) if isinstance(v, int) else v


def im2col(x, kernel_size, stride=1, padding=0, dilation=1):
    (kh, kw), (sh, sw), (ph, pw), (dh, dw) = map(two, (kernel_size, stride, padding, dilation))
    x = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    win = sliding_window_view(x, (dh * (kh - 1) + 1, dw * (kw - 1) + 1), (2, 3))[:, :, ::sh, ::sw, ::dh, ::dw]
    return np.moveaxis(win, (4, 5), (2, 3)).reshape(len(x), x.shape[1] * kh * kw, -1)


def col2im(cols, output_size, kernel_size, stride=1, padding=0, dilation=1):
    (kh, kw), (sh, sw), (ph, pw), (dh, dw) = map(two, (kernel_size, stride, padding, dilation))
    H, W = output_size[0] + 2 * ph, output_size[1] + 2 * pw
    ho, wo = (H - dh * (kh - 1) - 1) // sh + 1, (W - dw * (kw - 1) - 1) // sw + 1
    out = np.zeros((len(cols), cols.shape[1] // (kh * kw), H, W), cols.dtype)
    six = cols.reshape(len(cols), -1, kh, kw, ho, wo)
    for u in range(kh):
        for v in range(kw):
            out[:, :, u : u + (ho - 1) * sh + 1 : sh, v : v + (wo - 1) * sw + 1 : sw] += six[:, :, u, v]
    return out[:, :, ph : H - ph, pw : W - pw]
