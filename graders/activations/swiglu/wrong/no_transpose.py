# run-time error
# weights taken as (in, out)
import numpy as np


def swiglu(x, w_gate, w_up, w_down):
    g = np.matmul(x, w_gate)
    u = np.matmul(x, w_up)
    h = g / (1 + np.exp(-g)) * u
    return np.matmul(h, w_down)
