# wrong answer
# fills the defaults into the caller's dictionary
from math import prod


def layer_cost(layer, in_shape):
    layer.setdefault("bias", True)
    layer.setdefault("groups", 1)
    layer.setdefault("padding", 0)
    layer.setdefault("stride", layer.get("k") if layer["type"] == "pool" else 1)
    if layer["type"] == "fc":
        n = prod(in_shape) * layer["out"]
        return {"params": n + layer["bias"] * layer["out"], "macs": n, "out_shape": (layer["out"],)}
    pairs = [v if isinstance(v, tuple) else (v, v) for v in (layer["k"], layer["stride"], layer["padding"])]
    hw = [(n + 2 * p - k) // s + 1 for n, k, s, p in zip(in_shape[1:], *pairs, strict=True)]
    if layer["type"] == "pool":
        return {"params": 0, "macs": 0, "out_shape": (in_shape[0], *hw)}
    n = layer["out"] * in_shape[0] // layer["groups"] * prod(pairs[0])
    return {
        "params": n + layer["bias"] * layer["out"],
        "macs": n * prod(hw),
        "out_shape": (layer["out"], *hw),
    }
