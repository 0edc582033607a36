# wrong answer
# the zeros are put above and to the left only
import numpy as np
from numpy.lib.stride_tricks import as_strided


def conv2d(x, w, b=None, stride=1, padding=0, dilation=1):
    (sh, sw), (ph, pw), (dh, dw) = ((v, v) if isinstance(v, int) else v for v in (stride, padding, dilation))
    N, C, H, W = x.shape
    O, _, kh, kw = w.shape
    z = np.zeros((N, C, H + ph, W + pw), x.dtype)
    z[:, :, ph:, pw:] = x
    ho, wo = (H + ph - dh * (kh - 1) - 1) // sh + 1, (W + pw - dw * (kw - 1) - 1) // sw + 1
    a, c, r, q = z.strides
    v = as_strided(z, (N, C, ho, wo, kh, kw), (a, c, r * sh, q * sw, r * dh, q * dw))
    out = np.einsum("nchwij,ocij->nohw", v, w)
    return out if b is None else out + b[None, :, None, None]
