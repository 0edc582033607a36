# wrong answer
# the last of a stable sort: ties go to the highest class
import numpy as np


def mlp_loss(x, y, w1, b1, w2, b2, reg=0.0):
    N = len(y)
    h = np.maximum(x @ w1.T + b1, 0)
    s = h @ w2.T + b2
    lse = np.logaddexp.reduce(s, axis=1)
    loss = (lse - s[np.arange(N), y]).mean() + reg * 0.5 * sum((w**2).sum() for w in (w1, w2))
    ds = np.exp(s - lse[:, None])
    ds[np.arange(N), y] -= 1
    ds /= N
    dh = ds @ w2
    dh *= h > 0
    return loss, {"w1": dh.T @ x + reg * w1, "b1": dh.sum(0), "w2": ds.T @ h + reg * w2, "b2": ds.sum(0)}


def mlp_predict(x, w1, b1, w2, b2):
    scores = np.maximum(x @ w1.T + b1, 0) @ w2.T + b2
    return np.argsort(scores, axis=1, kind="stable")[:, -1]
