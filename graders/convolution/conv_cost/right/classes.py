# a class for each kind of layer
from dataclasses import dataclass


def _hw(value):
    if isinstance(value, int):
        return value, value
    h, w = value
    return h, w


@dataclass
class Window:
    type: str
    k: object
    stride: object = None
    padding: object = 0
    out: int = 0
    groups: int = 1
    bias: bool = True

    def cost(self, shape):
        (kh, kw), (ph, pw) = _hw(self.k), _hw(self.padding)
        default = self.k if self.type == "pool" else 1
        sh, sw = _hw(default if self.stride is None else self.stride)
        C, H, W = shape
        H = 1 + (H + ph + ph - kh) // sh
        W = 1 + (W + pw + pw - kw) // sw
        if self.type == "pool":
            return 0, 0, (C, H, W)
        filters = kh * kw * (C // self.groups)
        return self.out * (filters + int(self.bias)), self.out * filters * H * W, (self.out, H, W)


@dataclass
class Full:
    type: str
    out: int
    bias: bool = True

    def cost(self, shape):
        inputs = shape[0] if len(shape) == 1 else shape[0] * shape[1] * shape[2]
        return self.out * (inputs + int(self.bias)), self.out * inputs, (self.out,)


def layer_cost(layer, in_shape):
    made = (Full if layer["type"] == "fc" else Window)(**layer)
    return dict(zip(("params", "macs", "out_shape"), made.cost(in_shape), strict=True))
