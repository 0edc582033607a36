# time limit exceeded
# right, but one Python statement for each value of the output
import numpy as np


def conv1d(x, w, b=None, stride=1, padding=0, dilation=1):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding)))
    N, C, L = x.shape
    O, _, k = w.shape
    out = np.zeros((N, O, (L - dilation * (k - 1) - 1) // stride + 1), x.dtype)
    for n in range(N):
        for o in range(O):
            for t in range(out.shape[2]):
                for i in range(k):
                    out[n, o, t] += x[n, :, t * stride + i * dilation] @ w[o, :, i]
                if b is not None:
                    out[n, o, t] += b[o]
    return out


def causal_conv1d(x, w, b=None, dilation=1):
    return conv1d(np.pad(x, ((0, 0), (0, 0), ((w.shape[2] - 1) * dilation, 0))), w, b, dilation=dilation)


def stream_step(buffer, x_t, w, b=None, dilation=1):
    window = np.concatenate([buffer, x_t[:, :, None]], 2)
    return conv1d(window, w, b, dilation=dilation)[:, :, 0], window[:, :, 1:]
