# wrong answer
# the centre of the first pixel is taken to be 0.5
import math


def receptive_field(layers):
    rows = [(1, 1, 0.5)]
    for k, s, p, d in layers:
        k_eff = d * (k - 1) + 1
        r, j, c = rows[-1]
        rows.append((r + (k_eff - 1) * j, j * s, c + ((k_eff - 1) / 2 - p) * j))
    return rows[1:]


def smallest_stack(rf, kernel=3):
    if rf <= 1:
        return 0
    if kernel <= 1:
        raise ValueError
    return math.ceil((rf - 1) / (kernel - 1))
