# time limit exceeded
# right, but one Python statement for each value of the output
import numpy as np


def conv2d(x, w, b=None, stride=1, padding=0, dilation=1):
    (sh, sw), (ph, pw), (dh, dw) = ((v, v) if isinstance(v, int) else v for v in (stride, padding, dilation))
    x = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    O, _, kh, kw = w.shape
    ho, wo = (x.shape[2] - dh * (kh - 1) - 1) // sh + 1, (x.shape[3] - dw * (kw - 1) - 1) // sw + 1
    out = np.zeros((len(x), O, ho, wo), x.dtype)
    for n in range(len(x)):
        for o in range(O):
            for i in range(ho):
                for j in range(wo):
                    patch = x[n, :, i * sh : i * sh + dh * kh : dh, j * sw : j * sw + dw * kw : dw]
                    out[n, o, i, j] = (patch[:, :kh, :kw] * w[o]).sum() + (0 if b is None else b[o])
    return out
