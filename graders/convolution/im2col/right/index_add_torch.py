# one table of flat pixel numbers serves both ways: gather, and index_add_
import torch


def table(H, W, kernel_size, stride, padding, dilation):
    """(kh * kw, L) positions in the padded image, flattened, and its size."""
    sizes = []
    for axis, n in enumerate((H, W)):
        k, s, p, d = (v if isinstance(v, int) else v[axis] for v in (kernel_size, stride, padding, dilation))
        n = n + 2 * p
        sizes.append((n, p, d * torch.arange(k)[:, None] + torch.arange(0, n - d * (k - 1), s)))
    (h, ph, rows), (w, pw, cols) = sizes
    at = rows[:, None, :, None] * w + cols[None, :, None, :]
    return at.reshape(rows.shape[0] * cols.shape[0], -1), (h, w), (ph, pw)


def im2col(x, kernel_size, stride=1, padding=0, dilation=1):
    at, (h, w), (ph, pw) = table(*x.shape[2:], kernel_size, stride, padding, dilation)
    big = torch.zeros(*x.shape[:2], h, w, dtype=x.dtype, device=x.device)
    big[:, :, ph : h - ph, pw : w - pw] = x
    return big.flatten(2)[:, :, at.to(x.device)].flatten(1, 2)


def col2im(cols, output_size, kernel_size, stride=1, padding=0, dilation=1):
    at, (h, w), (ph, pw) = table(*output_size, kernel_size, stride, padding, dilation)
    n = cols.shape[0]
    flat = torch.zeros(n, cols.shape[1] // at.shape[0], h * w, dtype=cols.dtype, device=cols.device)
    flat.index_add_(2, at.flatten().to(cols.device), cols.reshape(n, flat.shape[1], -1))
    return flat.reshape(n, -1, h, w)[:, :, ph : h - ph, pw : w - pw].contiguous()
