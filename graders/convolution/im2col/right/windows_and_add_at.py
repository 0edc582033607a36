# sliding windows one way, np.add.at the other
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def two(v):
    return (v, v) if isinstance(v, int) else tuple(v)


def im2col(x, kernel_size, stride=1, padding=0, dilation=1):
    (kh, kw), (sh, sw), (ph, pw), (dh, dw) = map(two, (kernel_size, stride, padding, dilation))
    x = np.pad(x, [(0, 0), (0, 0), (ph, ph), (pw, pw)])
    win = sliding_window_view(x, (dh * (kh - 1) + 1, dw * (kw - 1) + 1), (2, 3))
    win = win[:, :, ::sh, ::sw, ::dh, ::dw]  # (N, C, Ho, Wo, kh, kw)
    n, c, ho, wo = win.shape[:4]
    return win.transpose(0, 1, 4, 5, 2, 3).reshape(n, c * kh * kw, ho * wo)


def col2im(cols, output_size, kernel_size, stride=1, padding=0, dilation=1):
    (kh, kw), (sh, sw), (ph, pw), (dh, dw) = map(two, (kernel_size, stride, padding, dilation))
    H, W = output_size[0] + 2 * ph, output_size[1] + 2 * pw
    ho, wo = (H - dh * (kh - 1) - 1) // sh + 1, (W - dw * (kw - 1) - 1) // sw + 1
    rows = dh * np.arange(kh)[:, None, None, None] + sh * np.arange(ho)[:, None]
    cs = dw * np.arange(kw)[:, None, None] + sw * np.arange(wo)
    c = cols.shape[1] // (kh * kw)
    image = np.zeros((cols.shape[0], c, H, W), cols.dtype)
    np.add.at(image, (slice(None), slice(None), rows, cs), cols.reshape(-1, c, kh, kw, ho, wo))
    return image[:, :, ph : H - ph, pw : W - pw].copy()
