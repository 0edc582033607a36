# wrong answer
# gradients averaged over the batch
import torch


def lora_forward(x, w, b, a, bb, alpha):
    out = torch.matmul(x, w.T) + torch.matmul(torch.matmul(x, a.T), bb.T) * alpha / a.shape[0]
    return out if b is None else out + b


def lora_merge(w, a, bb, alpha):
    return torch.addmm(w, bb, a, alpha=alpha / a.shape[0])


def lora_grads(dout, x, a, bb, alpha):
    s = alpha / a.shape[0] / x.shape[0]
    return s * torch.matmul(torch.matmul(dout, bb).T, x), s * torch.matmul(dout.T, torch.matmul(x, a.T))
