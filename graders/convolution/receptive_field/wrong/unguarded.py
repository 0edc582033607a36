# wrong answer
# smallest_stack checks neither small fields nor kernel 1
import math


def receptive_field(layers):
    fields = []
    size, jump, centre = 1, 1, 0.0
    for k, s, p, d in layers:
        span = d * (k - 1)
        size += span * jump
        centre += (span / 2 - p) * jump
        jump *= s
        fields.append((size, jump, centre))
    return fields


def smallest_stack(rf, kernel=3):
    return math.ceil((rf - 1) / (kernel - 1))
