# wrong answer
# writes the new averages into the dict that it was given
import numpy as np


def rmsprop_step(
    param, grad, state, lr=0.01, alpha=0.99, eps=1e-8, weight_decay=0.0, momentum=0.0, centered=False
):
    if state is None:
        state = {k: np.zeros_like(param) for k in ("square_avg", "buf", "grad_avg")}
    g = grad + weight_decay * param
    state["square_avg"] = alpha * state["square_avg"] + (1 - alpha) * g * g
    denom = state["square_avg"]
    if centered:
        state["grad_avg"] = alpha * state["grad_avg"] + (1 - alpha) * g
        denom = np.maximum(denom - state["grad_avg"] ** 2, 0)
    denom = np.sqrt(denom) + eps
    if momentum > 0:
        state["buf"] = momentum * state["buf"] + g / denom
        return param - lr * state["buf"], state
    return param - lr * g / denom, state
