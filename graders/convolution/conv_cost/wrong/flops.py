# wrong answer
# counts a multiplication and an addition for each weight: FLOPs, twice the MACs
def layer_cost(layer, in_shape):
    def both(v):
        return v if isinstance(v, tuple) else (v, v)

    kind = layer["type"]
    if kind == "fc":
        n_in = 1
        for s in in_shape:
            n_in *= s
        return {
            "params": (n_in + layer.get("bias", True)) * layer["out"],
            "macs": 2 * n_in * layer["out"],
            "out_shape": (layer["out"],),
        }
    C, H, W = in_shape
    kh, kw = both(layer["k"])
    sh, sw = both(layer["stride"]) if "stride" in layer else ((kh, kw) if kind == "pool" else (1, 1))
    ph, pw = both(layer.get("padding", 0))
    oh, ow = (H - kh + 2 * ph) // sh + 1, (W - kw + 2 * pw) // sw + 1
    if kind == "pool":
        return {"params": 0, "macs": 0, "out_shape": (C, oh, ow)}
    per = kh * kw * C // layer.get("groups", 1)
    return {
        "params": (per + layer.get("bias", True)) * layer["out"],
        "macs": 2 * per * layer["out"] * oh * ow,
        "out_shape": (layer["out"], oh, ow),
    }
