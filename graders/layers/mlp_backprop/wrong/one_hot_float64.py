# wrong answer
# np.eye is float64, and so is all that follows from it
import numpy as np


def mlp_loss(x, y, w1, b1, w2, b2, reg=0.0):
    onehot = np.eye(len(b2))[y]
    h = np.maximum(x @ w1.T + b1, 0)
    s = h @ w2.T + b2
    s = s - s.max(axis=1, keepdims=True)
    logp = s - np.log(np.exp(s).sum(axis=1, keepdims=True))
    loss = -(onehot * logp).sum() / len(y) + 0.5 * reg * ((w1**2).sum() + (w2**2).sum())
    ds = (np.exp(logp) - onehot) / len(y)
    dh = (ds @ w2) * (h > 0)
    return loss, {"w1": dh.T @ x + reg * w1, "b1": dh.sum(0), "w2": ds.T @ h + reg * w2, "b2": ds.sum(0)}


def mlp_predict(x, w1, b1, w2, b2):
    return (np.maximum(x @ w1.T + b1, 0) @ w2.T + b2).argmax(1)
