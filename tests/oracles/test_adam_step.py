"""adam-step against torch.optim.Adam over chained steps."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import numpy as np
import pytest

from graders.optimizers.adam_step import reference_numpy

STEPS = 25
SETTINGS: list[dict[str, Any]] = [
    {},
    {"lr": 0.05, "weight_decay": 0.3},
    {"lr": 0.2, "beta1": 0.0, "beta2": 0.7, "eps": 1e-2},
]


@pytest.mark.parametrize("settings", SETTINGS)
@pytest.mark.parametrize("shape", [(), (4,), (2, 3, 5)])
@pytest.mark.parametrize("size", [1e-12, 1.0, 1e6])
@pytest.mark.parametrize("framework", ["numpy", "torch"])
def test_follows_torch_over_a_chain(
    settings: dict[str, Any], shape: tuple[int, ...], size: float, framework: str
) -> None:
    torch = pytest.importorskip("torch")
    rng = np.random.default_rng(7)
    param = np.asarray(rng.normal(size=shape))
    grads = size * rng.normal(0.5, 1, (STEPS, *shape))

    theirs = torch.nn.Parameter(torch.from_numpy(param.copy()))
    named = {name: value for name, value in settings.items() if not name.startswith("beta")}
    betas = settings.get("beta1", 0.9), settings.get("beta2", 0.999)
    optimizer = torch.optim.Adam([theirs], betas=betas, **named)
    step: Any = import_module(f"graders.optimizers.adam_step.reference_{framework}").adam_step
    ours: Any = param, np.zeros_like(param), np.zeros_like(param)
    if framework == "torch":
        ours = tuple(torch.from_numpy(np.array(a)) for a in ours)
    for t, grad in enumerate(grads, start=1):
        theirs.grad = torch.from_numpy(np.array(grad))
        optimizer.step()
        ours = step(ours[0], grad if framework == "numpy" else theirs.grad, ours[1], ours[2], t, **settings)
        state = optimizer.state[theirs]
        for got, want in zip(ours, (theirs.detach(), state["exp_avg"], state["exp_avg_sq"]), strict=True):
            np.testing.assert_allclose(got, want.numpy(), rtol=1e-9, atol=0)


def test_the_example_of_the_statement() -> None:
    state: tuple[Any, Any, Any] = np.array(1.0), np.array(0.0), np.array(0.0)
    state = reference_numpy.adam_step(state[0], np.array(0.5), state[1], state[2], 1, lr=0.1)
    np.testing.assert_allclose(state, [0.9, 0.05, 0.00025], atol=1e-7)
    state = reference_numpy.adam_step(state[0], np.array(-0.5), state[1], state[2], 2, lr=0.1)
    np.testing.assert_allclose(state, [0.90526, -0.005, 0.00049975], atol=5e-6)
