# im2col as an index into the flat image, and its transpose by index_add
import torch


def conv2d_forward(x, w, b, stride=1, padding=0):
    N, C, H, W = x.shape
    F, _, kh, kw = w.shape
    Hp, Wp = H + 2 * padding, W + 2 * padding
    flat = torch.nn.functional.pad(x, (padding,) * 4).reshape(N, -1)
    position = torch.arange(C * Hp * Wp, device=x.device).reshape(C, Hp, Wp)
    index = position.unfold(1, kh, stride).unfold(2, kw, stride)  # (C, Ho, Wo, kh, kw)
    ho, wo = index.shape[1:3]
    index = index.permute(0, 3, 4, 1, 2).reshape(C * kh * kw, ho * wo)
    columns = flat[:, index]  # (N, C * kh * kw, Ho * Wo)
    out = w.reshape(F, -1) @ columns + b[:, None]
    return out.reshape(N, F, ho, wo), (columns, index, w, x.shape, padding)


def conv2d_backward(dout, cache):
    columns, index, w, (N, C, H, W), p = cache
    rows = dout.reshape(N, len(w), -1)
    dw = (rows @ columns.mT).sum(0).reshape(w.shape)
    dcolumns = w.reshape(len(w), -1).T @ rows
    flat = dout.new_zeros(N, C * (H + 2 * p) * (W + 2 * p))
    flat.index_add_(1, index.reshape(-1), dcolumns.reshape(N, -1))
    dx = flat.reshape(N, C, H + 2 * p, W + 2 * p)[:, :, p : p + H, p : p + W]
    return dx, dw, rows.sum((0, 2))
