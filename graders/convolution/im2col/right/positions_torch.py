# one window after the other, both ways
import torch


def windows(H, W, kernel_size, stride, padding, dilation):
    (kh, kw), (sh, sw), (ph, pw), (dh, dw) = [
        (v, v) if isinstance(v, int) else v for v in (kernel_size, stride, padding, dilation)
    ]
    for top in range(0, H + 2 * ph - dh * (kh - 1), sh):
        for left in range(0, W + 2 * pw - dw * (kw - 1), sw):
            yield slice(top, top + dh * (kh - 1) + 1, dh), slice(left, left + dw * (kw - 1) + 1, dw)


def im2col(x, kernel_size, stride=1, padding=0, dilation=1):
    ph, pw = (padding, padding) if isinstance(padding, int) else padding
    N, C, H, W = x.shape
    big = x.new_zeros(N, C, H + 2 * ph, W + 2 * pw)
    big[:, :, ph : ph + H, pw : pw + W] = x
    found = [big[:, :, r, c].reshape(N, -1) for r, c in windows(H, W, kernel_size, stride, padding, dilation)]
    return torch.stack(found, -1)


def col2im(cols, output_size, kernel_size, stride=1, padding=0, dilation=1):
    kh, kw = (kernel_size, kernel_size) if isinstance(kernel_size, int) else kernel_size
    ph, pw = (padding, padding) if isinstance(padding, int) else padding
    H, W = output_size
    big = cols.new_zeros(cols.shape[0], cols.shape[1] // (kh * kw), H + 2 * ph, W + 2 * pw)
    for i, (r, c) in enumerate(windows(H, W, kernel_size, stride, padding, dilation)):
        big[:, :, r, c] += cols[:, :, i].reshape(cols.shape[0], -1, kh, kw)
    return big[:, :, ph : ph + H, pw : pw + W]
