# rule violation
# autograd derives the gradients
import torch


def mlp_loss(x, y, w1, b1, w2, b2, reg=0.0):
    params = {k: v.clone().requires_grad_(True) for k, v in dict(w1=w1, b1=b1, w2=w2, b2=b2).items()}
    h = torch.relu(x @ params["w1"].T + params["b1"])
    loss = torch.nn.functional.cross_entropy(h @ params["w2"].T + params["b2"], y)
    loss = loss + 0.5 * reg * (params["w1"].pow(2).sum() + params["w2"].pow(2).sum())
    loss.backward()
    return loss.detach(), {k: v.grad for k, v in params.items()}


def mlp_predict(x, w1, b1, w2, b2):
    return (torch.relu(x @ w1.T + b1) @ w2.T + b2).argmax(1)
