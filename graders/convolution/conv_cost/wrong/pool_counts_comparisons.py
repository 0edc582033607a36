# wrong answer
# a pooling layer is charged for the comparisons in its windows
from math import prod


def layer_cost(layer, in_shape):
    if layer["type"] == "fc":
        n = prod(in_shape) * layer["out"]
        return {
            "params": n + (layer["out"] if layer.get("bias", True) else 0),
            "macs": n,
            "out_shape": (layer["out"],),
        }
    c, *size = in_shape
    k = layer["k"] if isinstance(layer["k"], tuple) else (layer["k"], layer["k"])
    out = []
    for i in (0, 1):
        s = layer.get("stride", k if layer["type"] == "pool" else 1)
        s = s[i] if isinstance(s, tuple) else s
        p = layer.get("padding", 0)
        p = p[i] if isinstance(p, tuple) else p
        out.append((size[i] + 2 * p - k[i]) // s + 1)
    if layer["type"] == "pool":
        return {"params": 0, "macs": c * prod(k) * prod(out), "out_shape": (c, *out)}
    n = layer["out"] * (c // layer.get("groups", 1)) * prod(k)
    return {
        "params": n + (layer["out"] if layer.get("bias", True) else 0),
        "macs": n * prod(out),
        "out_shape": (layer["out"], *out),
    }
