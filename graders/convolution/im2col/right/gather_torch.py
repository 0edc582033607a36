# index tensors: a gather there, index_add back
import torch


def indices(size, kernel_size, stride, padding, dilation, device):
    two = lambda v: v if isinstance(v, tuple) else (v, v)  # noqa: E731
    axes = []
    for n, k, s, p, d in zip(size, two(kernel_size), two(stride), two(padding), two(dilation), strict=True):
        starts = torch.arange(0, n + 2 * p - d * (k - 1), s, device=device)
        axes.append((n + 2 * p, d * torch.arange(k, device=device)[:, None] + starts, p))
    (h, rows, ph), (w, columns, pw) = axes
    flat = rows[:, None, :, None] * w + columns[None, :, None, :]  # kh, kw, oh, ow
    return flat.flatten(2).flatten(0, 1), (h, w), (ph, pw)


def im2col(x, kernel_size, stride=1, padding=0, dilation=1):
    n, c, *size = x.shape
    at, _, (ph, pw) = indices(size, kernel_size, stride, padding, dilation, x.device)
    x = torch.nn.functional.pad(x, (pw, pw, ph, ph)).reshape(n, c, -1)
    return x[:, :, at].reshape(n, -1, at.shape[1])


def col2im(cols, output_size, kernel_size, stride=1, padding=0, dilation=1):
    at, (h, w), (ph, pw) = indices(output_size, kernel_size, stride, padding, dilation, cols.device)
    n, c = cols.shape[0], cols.shape[1] // at.shape[0]
    image = cols.new_zeros(n, c, h * w).index_add(2, at.flatten(), cols.reshape(n, c, -1))
    return image.view(n, c, h, w)[:, :, ph : h - ph, pw : w - pw]
