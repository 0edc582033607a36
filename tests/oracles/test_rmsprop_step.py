"""rmsprop-step against torch.optim.RMSprop over chained steps."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import numpy as np
import pytest

from graders.optimizers.rmsprop_step import reference_numpy

LRS = [0.1] * 8 + [0.02] * 8
SETTINGS: list[dict[str, Any]] = [
    {},
    {"alpha": 0.7, "weight_decay": 0.3},
    {"alpha": 0.8, "momentum": 0.9, "eps": 1e-2},
    {"alpha": 0.9, "centered": True},
    {"alpha": 0.9, "centered": True, "momentum": 0.5, "weight_decay": 0.1},
]


@pytest.mark.parametrize("settings", SETTINGS)
@pytest.mark.parametrize("shape", [(), (4,), (2, 3, 5)])
@pytest.mark.parametrize("size", [1e-9, 1.0, 1e6])
@pytest.mark.parametrize("framework", ["numpy", "torch"])
def test_follows_torch_over_a_chain(
    settings: dict[str, Any], shape: tuple[int, ...], size: float, framework: str
) -> None:
    torch = pytest.importorskip("torch")
    rng = np.random.default_rng(7)
    start = np.asarray(rng.normal(size=shape))
    theirs = torch.nn.Parameter(torch.from_numpy(start.copy()))
    optimizer = torch.optim.RMSprop([theirs], **settings)
    step: Any = import_module(f"graders.optimizers.rmsprop_step.reference_{framework}").rmsprop_step
    convert: Any = np.asarray if framework == "numpy" else torch.from_numpy
    param, state = convert(start), None
    for lr in LRS:
        grad = np.asarray(size * rng.normal(0.5, 1, shape))
        theirs.grad = torch.from_numpy(grad.copy())
        optimizer.param_groups[0]["lr"] = lr
        optimizer.step()
        param, state = step(param, convert(grad), state, lr=lr, **settings)
        assert state is not None
        np.testing.assert_allclose(param, theirs.detach().numpy(), rtol=1e-9, atol=1e-12)
        names = {"square_avg": "square_avg", "grad_avg": "grad_avg", "buf": "momentum_buffer"}
        for ours, name in names.items():
            if name in optimizer.state[theirs]:
                want = optimizer.state[theirs][name].numpy()
                np.testing.assert_allclose(state[ours], want, rtol=1e-9, atol=1e-9 * abs(want).max())


def test_the_example_of_the_statement() -> None:
    one, two = np.array(1.0), np.array(2.0)
    settings: dict[str, Any] = {"lr": 0.1, "alpha": 0.75}
    first, state = reference_numpy.rmsprop_step(one, two, None, **settings)
    second, state = reference_numpy.rmsprop_step(first, one, state, **settings)
    np.testing.assert_allclose([first, second, state["square_avg"]], [0.8, 0.7, 1.0], rtol=1e-6)
    centered, _ = reference_numpy.rmsprop_step(one, two, None, centered=True, **settings)
    assert centered == pytest.approx(0.7691, abs=5e-5)
    first, state = reference_numpy.rmsprop_step(one, two, None, momentum=0.5, **settings)
    second, state = reference_numpy.rmsprop_step(first, one, state, momentum=0.5, **settings)
    np.testing.assert_allclose([second, state["buf"]], [0.6, 2.0], rtol=1e-6)
