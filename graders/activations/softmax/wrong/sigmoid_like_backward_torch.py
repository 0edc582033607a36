# wrong answer
# the diagonal of the Jacobian only
import torch


def softmax(x, axis=-1):
    x_max, _ = torch.max(x, dim=axis, keepdim=True)
    ex = torch.exp(x - x_max)
    ex = torch.where(torch.isnan(ex), torch.zeros_like(ex), ex)
    total = ex.sum(dim=axis, keepdim=True)
    return ex / total.clamp(min=1e-30)


def log_softmax(x, axis=-1):
    x_max, _ = torch.max(x, dim=axis, keepdim=True)
    shifted = x - x_max
    return shifted - torch.log(torch.exp(shifted).sum(dim=axis, keepdim=True))


def softmax_backward(dout, p, axis=-1):
    return dout * (p * (1 - p))
