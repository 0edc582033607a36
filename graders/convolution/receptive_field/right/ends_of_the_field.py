"""The first and the last pixel that unit 0 and unit 1 see, traced down from every layer."""

import math


def first_and_last(layers, unit):
    low = high = unit
    for k, s, p, d in reversed(layers):
        low, high = low * s - p, high * s - p + (k - 1) * d
    return low, high


def receptive_field(layers):
    fields = []
    for depth in range(1, len(layers) + 1):
        low, high = first_and_last(layers[:depth], 0)
        next_low, _ = first_and_last(layers[:depth], 1)
        fields.append((high - low + 1, next_low - low, (low + high) / 2))
    return fields


def smallest_stack(rf, kernel=3):
    if rf <= 1:
        return 0
    try:
        return math.ceil((rf - 1) / (kernel - 1))
    except ZeroDivisionError:
        raise ValueError("kernel 1 does not widen the field") from None
