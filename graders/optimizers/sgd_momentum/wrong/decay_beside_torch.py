# wrong answer
# the decay shrinks the weights but never enters the momentum
import torch


def sgd_step(param, grad, buf, lr, momentum=0.0, dampening=0.0, weight_decay=0.0, nesterov=False):
    if nesterov and (momentum <= 0 or dampening > 0):
        raise ValueError("nesterov")
    if momentum > 0:
        if buf is None:
            buf = torch.clone(grad)
        else:
            buf = buf.mul(momentum).add(grad, alpha=1 - dampening)
        update = grad.add(buf, alpha=momentum) if nesterov else buf
    else:
        update = grad
    return param - lr * update - lr * weight_decay * param, buf


def velocity_step(param, grad, v, lr, beta=0.9):
    v = beta * v - lr * grad
    return param + v, v
