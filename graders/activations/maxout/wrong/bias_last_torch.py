# wrong answer
# the biases come after the maximum is chosen
import torch


def maxout_forward(x, w, b):
    products = torch.matmul(x, w)
    best, index = products.max(dim=0)
    columns = torch.arange(w.shape[2], device=x.device)
    return best + b[index, columns], (x, w, index)


def maxout_backward(dout, cache):
    x, w, index = cache
    dx, dw, db = torch.zeros_like(x), torch.zeros_like(w), torch.zeros_like(w[:, 0])
    for k in range(w.shape[0]):
        d = dout * (index == k)
        dx += d @ w[k].t()
        dw[k] += x.t() @ d
        db[k] += d.sum(0)
    return dx, dw, db
