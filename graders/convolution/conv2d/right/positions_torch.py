# one position of the output after the other
import torch


def conv2d(x, w, b=None, stride=1, padding=0, dilation=1):
    sh, sw = (stride, stride) if isinstance(stride, int) else stride
    ph, pw = (padding, padding) if isinstance(padding, int) else padding
    dh, dw = (dilation, dilation) if isinstance(dilation, int) else dilation
    N, C, H, W = x.shape
    F, _, kh, kw = w.shape
    big = torch.zeros(N, C, H + 2 * ph, W + 2 * pw, dtype=x.dtype, device=x.device)
    big[:, :, ph : H + ph, pw : W + pw] = x
    tall, wide = (kh - 1) * dh + 1, (kw - 1) * dw + 1
    Ho, Wo = (H + 2 * ph - tall) // sh + 1, (W + 2 * pw - wide) // sw + 1
    y = x.new_empty(N, F, Ho, Wo)
    filters = w.reshape(F, -1).T
    for i in range(Ho):
        for j in range(Wo):
            patch = big[:, :, i * sh : i * sh + tall : dh, j * sw : j * sw + wide : dw]
            y[:, :, i, j] = patch.reshape(N, -1) @ filters
    return y if b is None else y + b.view(-1, 1, 1)
