"""torch.optim.SGD's own steps, out of place."""

import torch


def sgd_step(param, grad, buf, lr, momentum=0.0, dampening=0.0, weight_decay=0.0, nesterov=False):
    if nesterov and (momentum <= 0 or dampening != 0):
        raise ValueError("Nesterov momentum requires a momentum and zero dampening")
    if weight_decay != 0:
        grad = grad.add(param, alpha=weight_decay)
    if momentum != 0:
        if buf is None:
            buf = torch.clone(grad).detach()
        else:
            buf = buf.mul(momentum).add(grad, alpha=1 - dampening)
        grad = grad.add(buf, alpha=momentum) if nesterov else buf
    return param.add(grad, alpha=-lr), buf


def velocity_step(param, grad, v, lr, beta=0.9):
    v = torch.sub(v * beta, grad, alpha=lr)
    return param + v, v
