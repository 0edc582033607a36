# time limit exceeded
# right, but one Python statement for each value
import numpy as np


def rmsnorm_forward(x, weight, eps=1e-6):
    D = x.shape[-1]
    work = np.float32 if x.dtype == np.float16 else x.dtype.type
    rows = x.reshape(-1, D).astype(work)
    xh = np.zeros_like(rows)
    rs = []
    for n in range(len(rows)):
        rs.append(np.sqrt(sum(rows[n, i] ** 2 for i in range(D)) / D + work(eps)))
        for i in range(D):
            xh[n, i] = rows[n, i] / rs[n]
    return (xh.reshape(x.shape) * weight).astype(x.dtype), (xh, rs, weight)


def rmsnorm_backward(dout, cache):
    xh, rs, weight = cache
    N, D = xh.shape
    g = dout.reshape(N, D).astype(xh.dtype)
    dx, dw = np.zeros_like(g), np.zeros_like(g[0])
    for n in range(N):
        b = sum(g[n, i] * weight[i] * xh[n, i] for i in range(D)) / D
        for i in range(D):
            dx[n, i] = (g[n, i] * weight[i] - xh[n, i] * b) / rs[n]
            dw[i] += g[n, i] * xh[n, i]
    return dx.reshape(dout.shape).astype(dout.dtype), dw.astype(weight.dtype)
