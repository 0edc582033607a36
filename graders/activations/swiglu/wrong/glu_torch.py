# wrong answer
# the original gated linear unit
import torch


def swiglu(x, w_gate, w_up, w_down):
    h = torch.sigmoid(x.matmul(w_gate.t())) * x.matmul(w_up.t())
    return h.matmul(w_down.t())
