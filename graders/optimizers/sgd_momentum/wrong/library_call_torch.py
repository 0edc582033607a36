# rule violation
import torch


def sgd_step(param, grad, buf, lr, momentum=0.0, dampening=0.0, weight_decay=0.0, nesterov=False):
    p = torch.nn.Parameter(param.clone())
    p.grad = grad.clone()
    opt = torch.optim.SGD([p], lr, momentum, dampening, weight_decay, nesterov)
    if buf is not None:
        opt.state[p]["momentum_buffer"] = buf.clone()
    opt.step()
    return p.detach(), opt.state[p].get("momentum_buffer")


def velocity_step(param, grad, v, lr, beta=0.9):
    v = beta * v - lr * grad
    return param + v, v
