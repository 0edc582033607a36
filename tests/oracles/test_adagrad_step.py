"""adagrad-step against torch.optim.Adagrad over chained steps."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import numpy as np
import pytest

from graders.optimizers.adagrad_step import reference_numpy

STEPS = 25
SETTINGS: list[dict[str, Any]] = [
    {},
    {"lr": 0.3, "weight_decay": 0.3},
    {"lr": 0.5, "lr_decay": 0.2, "eps": 1e-2},
]


@pytest.mark.parametrize("settings", SETTINGS)
@pytest.mark.parametrize("shape", [(), (4,), (2, 3, 5)])
@pytest.mark.parametrize("size", [1e-11, 1.0, 1e6])
@pytest.mark.parametrize("framework", ["numpy", "torch"])
def test_follows_torch_over_a_chain(
    settings: dict[str, Any], shape: tuple[int, ...], size: float, framework: str
) -> None:
    torch = pytest.importorskip("torch")
    rng = np.random.default_rng(7)
    start = np.asarray(rng.normal(size=shape))
    theirs = torch.nn.Parameter(torch.from_numpy(start.copy()))
    optimizer = torch.optim.Adagrad([theirs], **settings)
    step: Any = import_module(f"graders.optimizers.adagrad_step.reference_{framework}").adagrad_step
    convert: Any = np.asarray if framework == "numpy" else torch.from_numpy
    param, acc = convert(start), convert(np.zeros(shape))
    for t in range(1, STEPS + 1):
        grad = np.asarray(size * rng.normal(0.5, 1, shape))
        theirs.grad = torch.from_numpy(grad.copy())
        optimizer.step()
        param, acc = step(param, convert(grad), acc, t, **settings)
        np.testing.assert_allclose(param, theirs.detach().numpy(), rtol=1e-10, atol=1e-13)
        np.testing.assert_allclose(acc, optimizer.state[theirs]["sum"].numpy(), rtol=1e-10)


def test_the_example_of_the_statement() -> None:
    param, acc = reference_numpy.adagrad_step(np.array(1.0), np.array(3.0), np.array(0.0), 1, lr=0.1)
    np.testing.assert_allclose([param, acc], [0.9, 9.0], atol=1e-9)
    decayed, _ = reference_numpy.adagrad_step(param, np.array(4.0), acc, 2, lr=0.1, lr_decay=1.0)
    param, acc = reference_numpy.adagrad_step(param, np.array(4.0), acc, 2, lr=0.1)
    np.testing.assert_allclose([param, acc, decayed], [0.82, 25.0, 0.86], atol=1e-9)
