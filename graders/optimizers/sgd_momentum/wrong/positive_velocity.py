# wrong answer
# the velocity points uphill and is subtracted
def sgd_step(param, grad, buf, lr, momentum=0.0, dampening=0.0, weight_decay=0.0, nesterov=False):
    if nesterov and (momentum == 0 or dampening > 0):
        raise ValueError
    g = grad + weight_decay * param
    if momentum == 0:
        return param - lr * g, buf
    buf = g if buf is None else momentum * buf + (1 - dampening) * g
    return param - lr * (g + momentum * buf if nesterov else buf), buf


def velocity_step(param, grad, v, lr, beta=0.9):
    velocity = beta * v + lr * grad
    return param - velocity, velocity
