# wrong answer
# corrects the average for its start at zero, as Adam does
import numpy as np


def rmsprop_step(
    param, grad, state, lr=0.01, alpha=0.99, eps=1e-8, weight_decay=0.0, momentum=0.0, centered=False
):
    zero = np.zeros_like(param)
    state = {"square_avg": zero, "buf": zero, "grad_avg": zero, "step": 0, **(state or {})}
    state["step"] += 1
    correction = 1 - alpha ** state["step"]
    g = grad + weight_decay * param
    state["square_avg"] = alpha * state["square_avg"] + (1 - alpha) * g * g
    state["grad_avg"] = alpha * state["grad_avg"] + (1 - alpha) * g
    var = state["square_avg"] / correction
    if centered:
        var = np.maximum(var - (state["grad_avg"] / correction) ** 2, 0)
    state["buf"] = momentum * state["buf"] + g / (np.sqrt(var) + eps)
    return param - lr * state["buf"], state
