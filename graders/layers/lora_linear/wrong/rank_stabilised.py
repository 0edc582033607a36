# wrong answer
# alpha / sqrt(r), as in rsLoRA
import math


def scaling(a, alpha):
    return alpha / math.sqrt(a.shape[0])


def lora_forward(x, w, b, a, bb, alpha):
    out = x @ w.T + scaling(a, alpha) * (x @ a.T @ bb.T)
    if b is not None:
        out = out + b
    return out


def lora_merge(w, a, bb, alpha):
    return w + scaling(a, alpha) * (bb @ a)


def lora_grads(dout, x, a, bb, alpha):
    g = scaling(a, alpha) * dout
    return (g @ bb).T @ x, g.T @ (x @ a.T)
