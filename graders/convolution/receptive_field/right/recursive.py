def receptive_field(layers):
    if len(layers) == 0:
        return []
    earlier = receptive_field(layers[:-1])
    size, jump, centre = earlier[-1] if earlier else (1, 1, 0.0)
    kernel, stride, padding, dilation = layers[-1]
    half = dilation * (kernel - 1) / 2
    return [*earlier, [size + int(2 * half) * jump, jump * stride, centre + jump * (half - padding)]]


def smallest_stack(rf, kernel=3):
    if rf < 2:
        return 0
    if kernel == 1:
        raise ValueError(kernel)
    whole, rest = divmod(rf - 1, kernel - 1)
    return whole + (rest > 0)
