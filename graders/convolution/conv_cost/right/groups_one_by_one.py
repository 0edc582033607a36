# a grouped convolution as so many small ones; an fc layer as a convolution that covers its input
def layer_cost(layer, in_shape):
    if layer["type"] == "fc":
        shape = tuple(in_shape) if len(in_shape) == 3 else (in_shape[0], 1, 1)
        cost = layer_cost({**layer, "type": "conv", "k": shape[1:]}, shape)
        return {**cost, "out_shape": cost["out_shape"][:1]}
    if layer.get("groups", 1) > 1:
        g = layer["groups"]
        small = layer_cost(
            {**layer, "groups": 1, "out": layer["out"] // g}, (in_shape[0] // g, *in_shape[1:])
        )
        return {
            "params": g * small["params"],
            "macs": g * small["macs"],
            "out_shape": (layer["out"], *small["out_shape"][1:]),
        }
    pool = layer["type"] == "pool"
    (kh, kw), (ph, pw) = ((v, v) if isinstance(v, int) else v for v in (layer["k"], layer.get("padding", 0)))
    stride = layer.get("stride", (kh, kw) if pool else 1)
    sh, sw = (stride, stride) if isinstance(stride, int) else stride
    c, h, w = in_shape
    oh = (h + 2 * ph - kh + sh) // sh
    ow = (w + 2 * pw - kw + sw) // sw
    if pool:
        return {"params": 0, "macs": 0, "out_shape": (c, oh, ow)}
    n = layer["out"] * c * kh * kw
    return {
        "params": n + layer["out"] * layer.get("bias", True),
        "macs": n * oh * ow,
        "out_shape": (layer["out"], oh, ow),
    }
