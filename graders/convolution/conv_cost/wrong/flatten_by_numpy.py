# wrong answer
# np.prod flattens the shape, so the counts of fc layers are NumPy integers
import numpy as np


def layer_cost(layer, in_shape):
    if layer["type"] == "fc":
        D, M = np.prod(in_shape), layer["out"]
        return {"params": D * M + (M if layer.get("bias", True) else 0), "macs": D * M, "out_shape": (M,)}
    c, h, w = in_shape
    k = layer["k"] if isinstance(layer["k"], tuple) else (layer["k"],) * 2
    s = layer.get("stride", k if layer["type"] == "pool" else 1)
    s = s if isinstance(s, tuple) else (s,) * 2
    p = layer.get("padding", 0)
    p = p if isinstance(p, tuple) else (p,) * 2
    hw = tuple((n + 2 * q - f) // t + 1 for n, q, f, t in zip((h, w), p, k, s, strict=True))
    if layer["type"] == "pool":
        return dict(params=0, macs=0, out_shape=(c, *hw))
    weights = layer["out"] * (c // layer.get("groups", 1)) * k[0] * k[1]
    return dict(
        params=weights + (layer["out"] if layer.get("bias", True) else 0),
        macs=weights * hw[0] * hw[1],
        out_shape=(layer["out"], *hw),
    )
