# time limit exceeded
# right, but one Python statement for each value of the columns
import numpy as np


def two(v):
    return (v, v) if isinstance(v, int) else v


def places(n, c, size, kernel_size, stride, padding, dilation):
    (kh, kw), (sh, sw), (ph, pw), (dh, dw) = map(two, (kernel_size, stride, padding, dilation))
    ho = (size[0] + 2 * ph - dh * (kh - 1) - 1) // sh + 1
    wo = (size[1] + 2 * pw - dw * (kw - 1) - 1) // sw + 1
    for m in range(n):
        for row in range(c * kh * kw):
            ch, cell = divmod(row, kh * kw)
            for l in range(ho * wo):
                i = l // wo * sh + cell // kw * dh - ph
                j = l % wo * sw + cell % kw * dw - pw
                yield m, row, l, ch, i, j, 0 <= i < size[0] and 0 <= j < size[1]
    yield ho * wo


def im2col(x, kernel_size, stride=1, padding=0, dilation=1):
    *found, count = places(*x.shape[:2], x.shape[2:], kernel_size, stride, padding, dilation)
    kh, kw = two(kernel_size)
    out = np.zeros((len(x), x.shape[1] * kh * kw, count), x.dtype)
    for m, row, l, ch, i, j, inside in found:
        if inside:
            out[m, row, l] = x[m, ch, i, j]
    return out


def col2im(cols, output_size, kernel_size, stride=1, padding=0, dilation=1):
    kh, kw = two(kernel_size)
    c = cols.shape[1] // (kh * kw)
    *found, _ = places(len(cols), c, output_size, kernel_size, stride, padding, dilation)
    out = np.zeros((len(cols), c, *output_size), cols.dtype)
    for m, row, l, ch, i, j, inside in found:
        if inside:
            out[m, ch, i, j] += cols[m, row, l]
    return out
