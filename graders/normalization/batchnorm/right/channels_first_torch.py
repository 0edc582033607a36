"""PyTorch on a (C, values) matrix: rows are channels, sums are matrix products."""

import torch


def _to_rows(x):
    return x.transpose(0, 1).reshape(x.shape[1], -1)


def _from_rows(rows, like):
    n, c, *rest = like.shape
    return rows.reshape(c, n, *rest).transpose(0, 1)


def batchnorm_forward(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    rows = _to_rows(x)
    k = rows.shape[1]
    if training:
        if k == 1:
            raise ValueError("a single value per channel")
        mean = rows.mean(dim=1)
        var = (rows - mean[:, None]).pow(2).mean(dim=1)
        running_mean = running_mean.mul(1 - momentum).add(mean, alpha=momentum)
        running_var = running_var.mul(1 - momentum).add(var, alpha=momentum * k / (k - 1))
    else:
        mean, var = running_mean, running_var
    std = (var + eps).sqrt()
    hat = (rows - mean[:, None]) / std[:, None]
    out = torch.addcmul(beta[:, None], gamma[:, None], hat)
    return _from_rows(out, x), running_mean, running_var, (hat, std, gamma, training)


def batchnorm_backward(dout, cache):
    hat, std, gamma, training = cache
    d = _to_rows(dout)
    ones = torch.ones(d.shape[1], dtype=d.dtype, device=d.device)
    dbeta = d @ ones
    dgamma = torch.einsum("ck,ck->c", d, hat)
    if training:
        d = d - torch.outer(dbeta, ones) / len(ones) - hat * dgamma[:, None] / len(ones)
    return _from_rows((gamma / std)[:, None] * d, dout), dgamma, dbeta
