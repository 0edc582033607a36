# wrong answer
# col2im divides by the number of windows that hold a pixel, to undo im2col
import torch


def two(v):
    return (v, v) if isinstance(v, int) else v


def cut(x, kernel_size, stride, padding, dilation):
    (kh, kw), (sh, sw), (ph, pw), (dh, dw) = map(two, (kernel_size, stride, padding, dilation))
    x = torch.nn.functional.pad(x, (pw, pw, ph, ph))
    win = x.unfold(2, dh * (kh - 1) + 1, sh).unfold(3, dw * (kw - 1) + 1, sw)
    return win[..., ::dh, ::dw].permute(0, 1, 4, 5, 2, 3)


def im2col(x, kernel_size, stride=1, padding=0, dilation=1):
    return cut(x, kernel_size, stride, padding, dilation).flatten(1, 3).flatten(2)


def col2im(cols, output_size, kernel_size, stride=1, padding=0, dilation=1):
    kh, kw = two(kernel_size)
    n, c = cols.shape[0], cols.shape[1] // (kh * kw)
    pixels = (
        torch.arange(output_size[0] * output_size[1], dtype=torch.float64).reshape(1, 1, *output_size) + 1
    )
    where = im2col(pixels, kernel_size, stride, padding, dilation).long().flatten().to(cols.device)
    flat = cols.new_zeros(n, c, output_size[0] * output_size[1] + 1)
    flat.index_add_(2, where, cols.reshape(n, c, -1))
    count = torch.bincount(where, minlength=flat.shape[2]).clamp(min=1)
    return (flat / count)[:, :, 1:].reshape(n, c, *output_size)
