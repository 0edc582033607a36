# rule violation
# the library's own function
import torch.nn.functional as F


def lrn(x, size, alpha=1e-4, beta=0.75, k=1.0):
    return F.local_response_norm(x, size, alpha, beta, k)
