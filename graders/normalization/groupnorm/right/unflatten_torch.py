import torch


def groupnorm_forward(x, num_groups, gamma, beta, eps=1e-5):
    if x.size(1) % num_groups != 0:
        raise ValueError("channels do not split evenly")
    grouped = x.unflatten(1, (num_groups, -1)).flatten(2)
    var, mean = torch.var_mean(grouped, -1, unbiased=False, keepdim=True)
    std = (var + eps).sqrt()
    x_hat = ((grouped - mean) / std).view(x.shape)
    return x_hat * gamma.view(1, -1, 1, 1) + beta.view(1, -1, 1, 1), (x_hat, std, gamma)


def groupnorm_backward(dout, cache):
    x_hat, std, gamma = cache
    dims = (0, 2, 3)
    d = (dout * gamma.view(1, -1, 1, 1)).unflatten(1, (std.size(1), -1)).flatten(2)
    xh = x_hat.reshape(d.shape)
    d = d - d.mean(-1, keepdim=True) - xh * (d * xh).mean(-1, keepdim=True)
    return (d / std).reshape(dout.shape), (dout * x_hat).sum(dims), dout.sum(dims)


def instancenorm(x, eps=1e-5):
    centred = x - x.mean((2, 3), keepdim=True)
    return centred * torch.rsqrt((centred**2).mean((2, 3), keepdim=True) + eps)
