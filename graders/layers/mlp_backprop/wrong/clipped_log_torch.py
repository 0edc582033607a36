# wrong answer
# the logarithm of a softmax, kept finite by a small constant
import torch


def mlp_loss(x, y, w1, b1, w2, b2, reg=0.0):
    n = x.shape[0]
    a = torch.relu(x @ w1.T + b1)
    p = torch.softmax(a @ w2.T + b2, dim=1)
    idx = torch.arange(n, device=x.device)
    loss = -torch.log(p[idx, y] + 1e-12).mean()
    loss = loss + reg / 2 * (w1.pow(2).sum() + w2.pow(2).sum())
    d = p.clone()
    d[idx, y] -= 1
    d = d / n
    da = (d @ w2) * (a > 0)
    grads = {"w1": da.T @ x + reg * w1, "b1": da.sum(0), "w2": d.T @ a + reg * w2, "b2": d.sum(0)}
    return loss, grads


def mlp_predict(x, w1, b1, w2, b2):
    return (torch.relu(x @ w1.T + b1) @ w2.T + b2).argmax(1)
