# everything in float64, one flat batch of rows
import numpy as np


def rmsnorm_forward(x, weight, eps=1e-6):
    rows = np.asarray(x, np.float64).reshape(-1, x.shape[-1])
    r = (np.square(rows).mean(1) + eps) ** -0.5
    out = rows * r[:, None] * np.float64(1) * weight.astype(np.float64)
    return out.reshape(x.shape).astype(x.dtype), (rows, r, weight)


def rmsnorm_backward(dout, cache):
    rows, r, weight = cache
    n, d = rows.shape
    g = dout.astype(np.float64).reshape(n, d)
    gw = g * weight.astype(np.float64)
    dx = r[:, None] * gw - (r**3 * (gw * rows).sum(1) / d)[:, None] * rows
    return dx.reshape(dout.shape).astype(dout.dtype), (g * rows * r[:, None]).sum(0).astype(weight.dtype)
