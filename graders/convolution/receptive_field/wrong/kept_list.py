# wrong answer
# a default argument keeps the entries of earlier calls
def receptive_field(layers, fields=[]):
    r, j, c = 1, 1, 0.0
    for k, s, p, d in layers:
        r, c, j = r + d * (k - 1) * j, c + (d * (k - 1) / 2 - p) * j, j * s
        fields.append((r, j, c))
    return fields


def smallest_stack(rf, kernel=3):
    if rf <= 1:
        return 0
    if kernel == 1:
        raise ValueError("1x1 convolutions see one pixel")
    return (rf - 1) // (kernel - 1) + ((rf - 1) % (kernel - 1) != 0)
