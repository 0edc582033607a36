# wrong answer
# a size x size window over the image instead of the channels
import torch.nn.functional as F


def lrn(x, size, alpha=1e-4, beta=0.75, k=1.0):
    before, after = size // 2, (size - 1) // 2
    mean = F.avg_pool2d(F.pad(x * x, (before, after, before, after)), size, stride=1)
    return x / (k + alpha * mean) ** beta
