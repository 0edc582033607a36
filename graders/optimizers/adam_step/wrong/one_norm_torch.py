# wrong answer
# keeps one second moment for the whole array, from the norm of the gradient
def adam_step(param, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.0):
    grad = grad + weight_decay * param
    m = m + (1 - beta1) * (grad - m)
    v = v + (1 - beta2) * (grad.norm() ** 2 - v)
    step = m / (1 - beta1**t) / ((v / (1 - beta2**t)) ** 0.5 + eps)
    return param - lr * step, m, v
