"""All products at once, added at their flat positions; those outside the output are dropped."""

import torch


def positions(size, k, stride, padding, output_padding, dilation, device):
    out = (size - 1) * stride - 2 * padding + dilation * (k - 1) + output_padding + 1
    at = (
        stride * torch.arange(size, device=device)[:, None]
        + dilation * torch.arange(k, device=device)
        - padding
    )
    return out, at


def conv_transpose2d(x, w, b=None, stride=1, padding=0, output_padding=0, dilation=1):
    n, _, height, width = x.shape
    _, n_out, kh, kw = w.shape
    H, rows = positions(height, kh, stride, padding, output_padding, dilation, x.device)
    W, cols = positions(width, kw, stride, padding, output_padding, dilation, x.device)
    products = torch.einsum("nchw,couv->nohuwv", x, w).reshape(n * n_out, -1)
    rows = rows[:, :, None, None].expand(-1, -1, width, kw)
    cols = cols[None, None].expand(height, kh, -1, -1)
    inside = ((rows >= 0) & (rows < H) & (cols >= 0) & (cols < W)).reshape(-1)
    target = (rows * W + cols).reshape(-1)[inside]
    out = x.new_zeros(n * n_out, H * W).index_add_(1, target, products[:, inside])
    out = out.view(n, n_out, H, W)
    return out if b is None else out + b.view(-1, 1, 1)
