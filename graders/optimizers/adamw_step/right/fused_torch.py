"""torch.optim.AdamW's own calls, out of place."""

import math


def adamw_step(param, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    param = param.mul(1 - lr * weight_decay)
    m = m.lerp(grad, 1 - beta1)
    v = v.mul(beta2).addcmul(grad, grad, value=1 - beta2)
    denom = (v.sqrt() / math.sqrt(1 - beta2**t)).add(eps)
    return param.addcdiv(m, denom, value=-lr / (1 - beta1**t)), m, v


def no_decay_groups(names, shapes):
    rank = dict(zip(names, map(len, shapes), strict=True))
    return [n for n in rank if rank[n] > 1], [n for n in rank if rank[n] <= 1]
