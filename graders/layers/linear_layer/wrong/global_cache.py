# wrong answer
# what backward needs lies in a global
import numpy as np

state = {}


def linear_forward(x, w, b):
    state.update(x=x, w=w, b=b)
    out = x.reshape(len(x), -1) @ w.T
    return (out if b is None else out + b), None


def linear_backward(dout, cache):
    x, w, b = state["x"], state["w"], state["b"]
    return (
        (dout @ w).reshape(x.shape),
        dout.T @ x.reshape(len(x), -1),
        None if b is None else dout.sum(0),
    )
