# wrong answer
# the mean is updated after the variance was taken
import numpy as np


def rmsprop_step(
    param, grad, state, lr=0.01, alpha=0.99, eps=1e-8, weight_decay=0.0, momentum=0.0, centered=False
):
    new = {k: np.zeros(param.shape, param.dtype) for k in ("square_avg", "buf", "grad_avg")}
    new.update(state or {})
    g = grad + weight_decay * param
    new["square_avg"] = new["square_avg"] + (1 - alpha) * (g**2 - new["square_avg"])
    avg = new["square_avg"]
    if centered:
        avg = np.clip(avg - new["grad_avg"] ** 2, 0, None)
        new["grad_avg"] = new["grad_avg"] + (1 - alpha) * (g - new["grad_avg"])
    step = g / (avg**0.5 + eps)
    if momentum:
        step = new["buf"] = momentum * new["buf"] + step
    return param - lr * step, new
