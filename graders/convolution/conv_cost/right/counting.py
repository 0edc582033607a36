# no formula: the kernel's places are counted one by one, and the weights are the sizes of real arrays
import numpy as np


def layer_cost(layer, in_shape):
    kind = layer["type"]
    if kind == "fc":
        weight = (layer["out"], int(np.prod(in_shape)))
        places = [1]
        out_shape = (layer["out"],)
    else:
        channels = in_shape[0]
        places = [count(layer, n, axis) for axis, n in enumerate(in_shape[1:])]
        if kind == "pool":
            return {"params": 0, "macs": 0, "out_shape": (channels, *places)}
        kh, kw = of(layer, "k", 0), of(layer, "k", 1)
        weight = (layer["out"], channels // layer.get("groups", 1), kh, kw)
        out_shape = (layer["out"], *places)
    size = 1
    for n in weight:
        size *= n
    total = size
    for n in places:
        total *= n
    bias = layer["out"] if "bias" not in layer or layer["bias"] else 0
    return {"out_shape": out_shape, "macs": total, "params": size + bias}


def of(layer, key, axis):
    value = layer[key]
    return value[axis] if isinstance(value, tuple) else value


def count(layer, n, axis):
    padding = of(layer, "padding", axis) if "padding" in layer else 0
    step = (
        of(layer, "stride", axis)
        if "stride" in layer
        else of(layer, "k", axis)
        if layer["type"] == "pool"
        else 1
    )
    return len(range(-padding, n + padding - of(layer, "k", axis) + 1, step))
