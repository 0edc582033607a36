# wrong answer
# rounding leaves the variance below zero, and its root is NaN
import torch


def rmsprop_step(
    param, grad, state, lr=0.01, alpha=0.99, eps=1e-8, weight_decay=0.0, momentum=0.0, centered=False
):
    if state is None:
        state = {name: torch.zeros_like(param) for name in ("square_avg", "buf", "grad_avg")}
    grad = grad.add(param, alpha=weight_decay)
    out = dict(state)
    out["square_avg"] = state["square_avg"].mul(alpha).addcmul(grad, grad, value=1 - alpha)
    if centered:
        out["grad_avg"] = state["grad_avg"].lerp(grad, 1 - alpha)
        avg = out["square_avg"].addcmul(out["grad_avg"], out["grad_avg"], value=-1).sqrt().add(eps)
    else:
        avg = out["square_avg"].sqrt().add(eps)
    if momentum > 0:
        out["buf"] = state["buf"].mul(momentum).addcdiv(grad, avg)
        return param.add(out["buf"], alpha=-lr), out
    return param.addcdiv(grad, avg, value=-lr), out
