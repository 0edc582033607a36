# wrong answer
# the momentum runs over whole steps, learning rate included
import torch


def rmsprop_step(
    param, grad, state, lr=0.01, alpha=0.99, eps=1e-8, weight_decay=0.0, momentum=0.0, centered=False
):
    if state is None:
        state = {name: torch.zeros_like(param) for name in ("square_avg", "buf", "grad_avg")}
    grad = grad.add(param, alpha=weight_decay)
    sq = state["square_avg"] * alpha + grad.square() * (1 - alpha)
    ga = state["grad_avg"] * alpha + grad * (1 - alpha)
    avg = torch.sqrt(torch.relu(sq - ga.square()) if centered else sq) + eps
    buf = state["buf"] * momentum + lr * grad / avg
    return param - buf, {"square_avg": sq, "buf": buf, "grad_avg": ga}
