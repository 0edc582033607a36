# wrong answer
# squares the first number of a kernel pair: right for square kernels only
def layer_cost(layer, in_shape):
    def two(x):
        return (x, x) if isinstance(x, int) else x

    bias = layer.get("bias", True)
    match layer["type"]:
        case "fc":
            d = in_shape[0] if len(in_shape) == 1 else in_shape[0] * in_shape[1] * in_shape[2]
            m = layer["out"]
            return {"params": d * m + m * bias, "macs": d * m, "out_shape": (m,)}
        case "pool":
            stride = layer.get("stride", layer["k"])
        case "conv":
            stride = layer.get("stride", 1)
    (kh, kw), (sh, sw), (ph, pw) = two(layer["k"]), two(stride), two(layer.get("padding", 0))
    c, h, w = in_shape
    h, w = (h + 2 * ph - kh) // sh + 1, (w + 2 * pw - kw) // sw + 1
    if layer["type"] == "pool":
        return {"params": 0, "macs": 0, "out_shape": (c, h, w)}
    o = layer["out"]
    n = o * c * kh**2 // layer.get("groups", 1)
    return {"params": n + o * bias, "macs": n * h * w, "out_shape": (o, h, w)}
