# wrong answer
# TensorFlow's RMSprop: eps under the root
import torch


def rmsprop_step(
    param, grad, state, lr=0.01, alpha=0.99, eps=1e-8, weight_decay=0.0, momentum=0.0, centered=False
):
    z = torch.zeros_like(param)
    s = {"square_avg": z, "buf": z, "grad_avg": z} if state is None else dict(state)
    g = grad + weight_decay * param
    s["square_avg"] = torch.lerp(g * g, s["square_avg"], alpha)
    var = s["square_avg"]
    if centered:
        s["grad_avg"] = torch.lerp(g, s["grad_avg"], alpha)
        var = (var - s["grad_avg"] ** 2).clamp(min=0)
    step = g * torch.rsqrt(var + eps)
    if momentum > 0:
        s["buf"] = momentum * s["buf"] + step
        step = s["buf"]
    return param - lr * step, s
