# wrong answer
# updates the buffers as an optimizer class does: mul_ and addcmul_ write into the arguments
def adam_step(param, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.0):
    grad = grad + weight_decay * param
    m.mul_(beta1).add_(grad, alpha=1 - beta1)
    v.mul_(beta2).addcmul_(grad, grad, value=1 - beta2)
    denominator = (v / (1 - beta2**t)).sqrt().add_(eps)
    return param.addcdiv(m, denominator, value=-lr / (1 - beta1**t)), m, v
