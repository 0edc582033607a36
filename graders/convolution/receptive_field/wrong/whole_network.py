# wrong answer
# the recurrence from the top down: one answer, for the last layer
def receptive_field(layers):
    size, jump = 1, 1
    for k, s, p, d in reversed(layers):
        size = (size - 1) * s + d * (k - 1) + 1
        jump *= s
    centre, j = 0.0, 1
    for k, s, p, d in layers:
        centre += (d * (k - 1) / 2 - p) * j
        j *= s
    return [(size, jump, centre)]


def smallest_stack(rf, kernel=3):
    if rf <= 1:
        return 0
    if kernel == 1:
        raise ValueError
    return (rf - 1 + kernel - 2) // (kernel - 1)
