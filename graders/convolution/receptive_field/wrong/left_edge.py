# wrong answer
# where the field begins, instead of its centre
def receptive_field(layers):
    fields = []
    size = jump = 1
    start = 0.0
    for k, s, p, d in layers:
        size += d * (k - 1) * jump
        start -= p * jump
        jump *= s
        fields.append((size, jump, start))
    return fields


def smallest_stack(rf, kernel=3):
    if rf <= 1:
        return 0
    if kernel == 1:
        raise ValueError("kernel 1")
    return -((1 - rf) // (kernel - 1))
