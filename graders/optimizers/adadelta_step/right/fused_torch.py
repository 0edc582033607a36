"""torch.optim.Adadelta's own calls, out of place."""


def adadelta_step(param, grad, sq, delta_sq, lr=1.0, rho=0.9, eps=1e-6, weight_decay=0.0):
    if weight_decay != 0:
        grad = grad.add(param, alpha=weight_decay)
    sq = sq.mul(rho).addcmul(grad, grad, value=1 - rho)
    std = sq.add(eps).sqrt()
    delta = delta_sq.add(eps).sqrt().div(std).mul(grad)
    delta_sq = delta_sq.mul(rho).addcmul(delta, delta, value=1 - rho)
    return param.add(delta, alpha=-lr), sq, delta_sq
