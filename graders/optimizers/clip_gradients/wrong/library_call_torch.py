# rule violation
import torch


def clip_by_global_norm(grads, max_norm):
    params = [torch.nn.Parameter(torch.zeros_like(g)) for g in grads]
    for p, g in zip(params, grads):
        p.grad = g.clone()
    total = torch.nn.utils.clip_grad_norm_(params, max_norm)
    return [p.grad for p in params], total


def clip_by_value(grads, limit):
    return [g.clamp(-limit, limit) for g in grads]
