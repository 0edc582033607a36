# wrong answer
# inserts zeros and correlates, but forgets to flip the kernel
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def conv_transpose2d(x, w, b=None, stride=1, padding=0, output_padding=0, dilation=1):
    N, C, H, W = x.shape
    _, O, kh, kw = w.shape
    up = np.zeros((N, C, (H - 1) * stride + 1, (W - 1) * stride + 1), x.dtype)
    up[:, :, ::stride, ::stride] = x
    eh, ew = dilation * (kh - 1), dilation * (kw - 1)
    up = np.pad(up, ((0, 0), (0, 0), (eh, eh + output_padding), (ew, ew + output_padding)))
    win = sliding_window_view(up, (eh + 1, ew + 1), axis=(2, 3))[..., ::dilation, ::dilation]
    out = np.einsum("nchwij,coij->nohw", win, w)
    out = out[:, :, padding : out.shape[2] - padding, padding : out.shape[3] - padding]
    return out if b is None else out + b[None, :, None, None]
