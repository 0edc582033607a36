# wrong answer
# the loss lacks the penalty that the gradients have
import numpy as np


def mlp_loss(x, y, w1, b1, w2, b2, reg=0.0):
    N = x.shape[0]
    z1 = np.einsum("nd,hd->nh", x, w1) + b1
    a1 = z1 * (z1 > 0)
    z2 = np.einsum("nh,ch->nc", a1, w2) + b2
    z2 -= np.amax(z2, axis=1)[:, None]
    log_probs = z2 - np.log(np.exp(z2).sum(axis=1))[:, None]
    loss = -log_probs[np.arange(N), y].mean()
    dz2 = np.exp(log_probs) / N
    dz2[np.arange(N), y] -= 1 / N
    dz1 = np.einsum("nc,ch->nh", dz2, w2) * (z1 > 0)
    grads = {
        "w1": np.einsum("nh,nd->hd", dz1, x) + reg * w1,
        "b1": np.sum(dz1, axis=0),
        "w2": np.einsum("nc,nh->ch", dz2, a1) + reg * w2,
        "b2": np.sum(dz2, axis=0),
    }
    return loss, grads


def mlp_predict(x, w1, b1, w2, b2):
    return np.argmax(np.maximum(x @ w1.T + b1, 0) @ w2.T + b2, axis=1)
