# wrong answer
# the loss is a mean, the gradients belong to the sum
import torch
import torch.nn.functional as F


def mlp_loss(x, y, w1, b1, w2, b2, reg=0.0):
    z1 = F.linear(x, w1, b1)
    a1 = F.relu(z1)
    logp = F.log_softmax(F.linear(a1, w2, b2), dim=-1)
    loss = -logp.gather(1, y[:, None]).mean() + 0.5 * reg * ((w1**2).sum() + (w2**2).sum())
    delta2 = logp.exp()
    delta2.scatter_add_(1, y[:, None], -torch.ones_like(delta2[:, :1]))
    delta1 = delta2.mm(w2) * (z1 > 0).to(x.dtype)
    return loss, dict(
        w1=delta1.t().mm(x) + reg * w1,
        b1=delta1.sum(0),
        w2=delta2.t().mm(a1) + reg * w2,
        b2=delta2.sum(0),
    )


def mlp_predict(x, w1, b1, w2, b2):
    return torch.argmax(F.linear(F.relu(F.linear(x, w1, b1)), w2, b2), dim=1)
