# as a product of spectra: the full convolution with the kernel reversed, of which the places wanted are kept
import numpy as np


def conv2d(x, w, b=None, stride=1, padding=0, dilation=1):
    (sh, sw), (ph, pw), (dh, dw) = ((v, v) if isinstance(v, int) else v for v in (stride, padding, dilation))
    _, _, kh, kw = w.shape
    x = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    spread = np.zeros((*w.shape[:2], dh * (kh - 1) + 1, dw * (kw - 1) + 1))
    spread[:, :, ::dh, ::dw] = w
    size = [a + k - 1 for a, k in zip(x.shape[2:], spread.shape[2:], strict=True)]
    spectrum = np.einsum(
        "nchw,ochw->nohw", np.fft.rfft2(x, size), np.fft.rfft2(spread[:, :, ::-1, ::-1], size)
    )
    full = np.fft.irfft2(spectrum, size)
    valid = full[:, :, spread.shape[2] - 1 : x.shape[2] : sh, spread.shape[3] - 1 : x.shape[3] : sw]
    if b is not None:
        valid = valid + b[:, None, None]
    return valid.astype(x.dtype)
