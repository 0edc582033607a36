# wrong answer
# the multiplications are counted at every pixel of the input, whatever the stride
def layer_cost(layer, in_shape):
    kind, bias = layer["type"], layer.get("bias", True)
    if kind == "fc":
        size = 1
        for n in in_shape:
            size = size * n
        return dict(
            params=size * layer["out"] + bias * layer["out"],
            macs=size * layer["out"],
            out_shape=(layer["out"],),
        )
    C, H, W = in_shape

    def axis(name, i, default):
        value = layer.get(name, default)
        return value[i] if isinstance(value, tuple) else value

    hw = []
    for i, n in enumerate((H, W)):
        k = axis("k", i, None)
        s = axis("stride", i, layer["k"] if kind == "pool" else 1)
        hw.append((n + 2 * axis("padding", i, 0) - k) // s + 1)
    if kind == "pool":
        return dict(params=0, macs=0, out_shape=(C, *hw))
    weights = layer["out"] * C * axis("k", 0, None) * axis("k", 1, None) // layer.get("groups", 1)
    return dict(params=weights + bias * layer["out"], macs=weights * H * W, out_shape=(layer["out"], *hw))
