import torch
import torch.nn.functional as F


def lrn(x, size, alpha=1e-4, beta=0.75, k=1.0):
    n, c, h, w = x.shape
    squares = F.pad(x.pow(2).reshape(n, 1, c, h * w), (0, 0, size // 2, (size - 1) // 2))
    mean = F.avg_pool2d(squares, (size, 1), stride=1).reshape(x.shape)
    return x / torch.pow(mean * alpha + k, beta)
