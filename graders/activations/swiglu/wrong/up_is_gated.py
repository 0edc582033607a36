# wrong answer
# the other branch goes through SiLU
import numpy as np


def swiglu(x, w_gate, w_up, w_down):
    a = np.matmul(x, w_gate.T)
    b = np.matmul(x, w_up.T)
    b = b / (1 + np.exp(-np.clip(b, -80, 80)))
    return np.matmul(a * b, w_down.T)
