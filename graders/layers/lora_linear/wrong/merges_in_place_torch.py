# wrong answer
# the adapter is added to the caller's w
import torch


def lora_forward(x, w, b, a, bb, alpha):
    scale = alpha / a.size(0)
    out = x.mm(w.t()) + scale * x.mm(a.t()).mm(bb.t())
    if b is not None:
        out += b
    return out


def lora_merge(w, a, bb, alpha):
    return w.add_(bb.mm(a), alpha=alpha / a.size(0))


def lora_grads(dout, x, a, bb, alpha):
    scale = alpha / a.size(0)
    da = scale * torch.einsum("nm,mr,nd->rd", dout, bb, x)
    dbb = scale * torch.einsum("nm,nd,rd->mr", dout, x, a)
    return da, dbb
