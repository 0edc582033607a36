import torch
import torch.nn.functional as F


def lora_forward(x, w, b, a, bb, alpha):
    scaling = torch.true_divide(torch.tensor(alpha, dtype=x.dtype, device=x.device), a.shape[0])
    return F.linear(x, w, b) + F.linear(F.linear(x, a), bb) * scaling


def lora_merge(w, a, bb, alpha):
    return torch.addmm(w, bb, a, alpha=alpha / a.shape[0])


def lora_grads(dout, x, a, bb, alpha):
    scaling = alpha / a.shape[0]
    da = torch.einsum("nm,mr,nd->rd", dout, bb, x).mul_(scaling)
    dbb = torch.einsum("nm,rd,nd->mr", dout, a, x).mul_(scaling)
    return da, dbb
