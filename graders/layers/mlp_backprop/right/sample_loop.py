# one sample after the other, in float64
import numpy as np


def mlp_loss(x, y, w1, b1, w2, b2, reg=0.0):
    like = {"w1": w1, "b1": b1, "w2": w2, "b2": b2}
    x, w1, b1, w2, b2 = (a.astype(np.float64) for a in (x, w1, b1, w2, b2))
    grads = {name: np.zeros(a.shape) for name, a in like.items()}
    loss = 0.0
    for sample, label in zip(x, y, strict=True):
        z = w1 @ sample + b1
        h = np.maximum(z, 0)
        s = w2 @ h + b2
        log_p = s - np.logaddexp.reduce(s)
        loss -= log_p[label] / len(y)
        ds = np.exp(log_p)
        ds[label] -= 1
        dz = (w2.T @ ds) * (z > 0)
        for name, grad in (("w1", np.outer(dz, sample)), ("b1", dz), ("w2", np.outer(ds, h)), ("b2", ds)):
            grads[name] += grad / len(y)
    grads["w1"] += reg * w1
    grads["w2"] += reg * w2
    loss += 0.5 * reg * (np.sum(w1**2) + np.sum(w2**2))
    return float(loss), {name: grads[name].astype(a.dtype) for name, a in like.items()}


def mlp_predict(x, w1, b1, w2, b2):
    best = []
    for sample in x:
        scores = w2 @ np.maximum(w1 @ sample + b1, 0) + b2
        best.append(max(range(len(scores)), key=lambda c: scores[c]))
    return np.array(best, dtype=np.int64)
