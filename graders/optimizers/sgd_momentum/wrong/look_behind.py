# wrong answer
# Nesterov adds the buffer as it was before this gradient
def sgd_step(param, grad, buf, lr, momentum=0.0, dampening=0.0, weight_decay=0.0, nesterov=False):
    if nesterov and (momentum == 0 or dampening > 0):
        raise ValueError
    g = grad + weight_decay * param
    if not momentum:
        return param - lr * g, None
    before = buf if buf is not None else g
    after = g if buf is None else momentum * buf + (1 - dampening) * g
    if nesterov:
        return param - lr * (g + momentum * before), after
    return param - lr * after, after


def velocity_step(param, grad, v, lr, beta=0.9):
    v = beta * v - lr * grad
    return param + v, v
