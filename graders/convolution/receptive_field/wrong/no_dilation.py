# wrong answer
# the textbook recurrence, which knows no dilation
import math


def receptive_field(layers):
    result = []
    size, jump, start = 1, 1, 0.0
    for kernel, stride, padding, _ in layers:
        size += (kernel - 1) * jump
        start += ((kernel - 1) / 2 - padding) * jump
        jump *= stride
        result.append((size, jump, start))
    return result


def smallest_stack(rf, kernel=3):
    if rf <= 1:
        return 0
    if kernel == 1:
        raise ValueError
    return math.ceil((rf - 1) / (kernel - 1))
