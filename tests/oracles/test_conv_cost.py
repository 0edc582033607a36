"""conv-cost against the parameters, outputs and counted operations of torch's own modules."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest

from graders.convolution.conv_cost.reference_numpy import layer_cost


def drawn(rng: np.random.Generator) -> tuple[dict[str, Any], tuple[int, ...]]:
    """A layer, with each key that may be left out left out now and then, and the shape of its input."""

    def pair(low: int, high: int) -> tuple[int, int] | int:
        h, w = rng.integers(low, high, 2).tolist()
        return (h, w) if rng.random() < 0.7 else h

    shape = (6 * int(rng.integers(1, 4)), *rng.integers(7, 20, 2).tolist())
    kind = ("conv", "pool", "fc")[int(rng.integers(3))]
    if kind == "fc":
        options: dict[str, Any] = {"bias": bool(rng.integers(2))}
        needed: dict[str, Any] = {"out": int(rng.integers(1, 9))}
        shape = shape if rng.random() < 0.5 else (math.prod(shape),)
    elif kind == "pool":
        options, needed = {"stride": pair(1, 4), "padding": pair(0, 2)}, {"k": pair(2, 5)}
    else:
        groups = int(rng.choice([1, 2, 3, 6]))
        options = {
            "stride": pair(1, 4),
            "padding": pair(0, 3),
            "groups": groups,
            "bias": bool(rng.integers(2)),
        }
        needed = {"k": pair(1, 6), "out": groups * int(rng.integers(1, 4))}
    kept = {name: value for name, value in options.items() if rng.random() < 0.7}
    return {"type": kind, **needed, **kept}, shape


def as_module(layer: dict[str, Any], shape: tuple[int, ...]) -> Any:
    import torch

    options = {name: value for name, value in layer.items() if name not in ("type", "out", "k")}
    if layer["type"] == "conv":
        return torch.nn.Conv2d(shape[0], layer["out"], layer["k"], **options)
    if layer["type"] == "pool":
        return torch.nn.MaxPool2d(layer["k"], **options)
    linear = torch.nn.Linear(math.prod(shape), layer["out"], **options)
    return torch.nn.Sequential(torch.nn.Flatten(), linear)


@pytest.mark.parametrize("seed", range(60))
def test_is_what_torch_has_and_does(seed: int) -> None:
    torch = pytest.importorskip("torch")
    from torch.utils.flop_counter import FlopCounterMode

    layer, shape = drawn(np.random.default_rng(seed))
    module, cost = as_module(layer, shape), layer_cost(layer, shape)
    with FlopCounterMode(display=False) as counter:
        out = module(torch.zeros(1, *shape))
    assert cost["out_shape"] == tuple(out.shape[1:])
    assert cost["params"] == sum(parameter.numel() for parameter in module.parameters())
    assert 2 * cost["macs"] == counter.get_total_flops()


def test_the_numbers_of_the_statement() -> None:
    alexnet = layer_cost({"type": "conv", "out": 96, "k": 11, "stride": 4, "bias": False}, (3, 227, 227))
    assert alexnet == {"params": 34848, "macs": 105415200, "out_shape": (96, 55, 55)}
    lenet = layer_cost({"type": "conv", "out": 16, "k": 5}, (3, 32, 32))
    assert lenet == {"params": 1216, "macs": 940800, "out_shape": (16, 28, 28)}
    assert layer_cost({"type": "fc", "out": 10}, (16, 5, 5)) == {
        "params": 4010,
        "macs": 4000,
        "out_shape": (10,),
    }
