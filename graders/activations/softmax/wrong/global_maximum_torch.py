# wrong answer
# one maximum for the whole tensor
import torch


def softmax(x, axis=-1):
    e = torch.exp(x - torch.max(x))
    s = torch.sum(e, dim=axis, keepdim=True)
    return torch.where(torch.isneginf(x), torch.zeros_like(x), e / s)


def log_softmax(x, axis=-1):
    x = x - torch.max(x)
    return x - torch.log(torch.sum(torch.exp(x), dim=axis, keepdim=True))


def softmax_backward(dout, p, axis=-1):
    return p * (dout - torch.sum(p * dout, dim=axis, keepdim=True))
