"""torch.optim.Adagrad's own calls, out of place."""


def adagrad_step(param, grad, acc, t, lr=0.01, lr_decay=0.0, eps=1e-10, weight_decay=0.0):
    if weight_decay != 0:
        grad = grad.add(param, alpha=weight_decay)
    clr = lr / (1 + (t - 1) * lr_decay)
    acc = acc.addcmul(grad, grad, value=1)
    std = acc.sqrt().add(eps)
    return param.addcdiv(grad, std, value=-clr), acc
