# wrong answer
# mul_ and add_ overwrite the caller's buffer
import torch


def sgd_step(param, grad, buf, lr, momentum=0.0, dampening=0.0, weight_decay=0.0, nesterov=False):
    if nesterov and (momentum <= 0 or dampening > 0):
        raise ValueError("nesterov")
    grad = grad + weight_decay * param
    if momentum > 0:
        if buf is None:
            buf = torch.clone(grad)
        else:
            buf.mul_(momentum).add_(grad, alpha=1 - dampening)
        grad = grad.add(buf, alpha=momentum) if nesterov else buf
    return param - lr * grad, buf


def velocity_step(param, grad, v, lr, beta=0.9):
    v.mul_(beta).sub_(lr * grad)
    return param + v, v
