# wrong answer
# multiplies by the jump after this layer's stride
def receptive_field(layers):
    out = []
    r, j, c = 1, 1, 0.0
    for k, s, p, d in layers:
        j = j * s
        r = r + d * (k - 1) * j
        c = c + j * (d * (k - 1) / 2 - p)
        out.append((r, j, c))
    return out


def smallest_stack(rf, kernel=3):
    n = 0
    while rf > 1:
        if kernel == 1:
            raise ValueError("stuck")
        rf -= kernel - 1
        n += 1
    return n
