# wrong answer
# parameter gradients as means over the batch
import torch


def maxout_forward(x, w, b):
    z = torch.stack([x @ w_k + b_k for w_k, b_k in zip(w, b)])
    top = z.argmax(0)
    return z.max(0).values, (x, w, top)


def maxout_backward(dout, cache):
    x, w, top = cache
    hot = torch.nn.functional.one_hot(top, len(w)).permute(2, 0, 1).to(dout.dtype)
    dz = hot * dout
    n = x.shape[0]
    dx = torch.bmm(dz, w.transpose(1, 2)).sum(0)
    return dx, torch.matmul(x.T, dz) / n, dz.mean(1)
