# wrong answer
# flattens sequences and leaves them flat
import numpy as np


def swiglu(x, w_gate, w_up, w_down):
    flat = x.reshape(-1, x.shape[-1])
    gate = flat @ w_gate.T
    gate = gate * (0.5 + 0.5 * np.tanh(0.5 * gate))
    return (gate * (flat @ w_up.T)) @ w_down.T
