# wrong answer
# "the gradient is the mean over the batch"
import torch


def linear_forward(x, w, b):
    flat = x.flatten(1)
    out = flat.mm(w.t())
    if b is not None:
        out = out + b.unsqueeze(0)
    return out, (flat, w, b, x.shape)


def linear_backward(dout, cache):
    flat, w, b, shape = cache
    n = dout.size(0)
    grad_w = torch.einsum("nm,nd->md", dout, flat) / n
    grad_b = dout.mean(dim=0) if b is not None else None
    return dout.mm(w).reshape(shape), grad_w, grad_b
