# rule violation
import torch


def adam_step(param, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.0):
    p = torch.nn.Parameter(param.clone())
    opt = torch.optim.Adam([p], lr=lr, betas=(beta1, beta2), eps=eps, weight_decay=weight_decay)
    p.grad = grad.clone()
    state = opt.state[p]
    state["step"], state["exp_avg"], state["exp_avg_sq"] = torch.tensor(t - 1.0), m.clone(), v.clone()
    opt.step()
    return p.detach(), state["exp_avg"], state["exp_avg_sq"]
