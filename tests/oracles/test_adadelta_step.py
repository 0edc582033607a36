"""adadelta-step against torch.optim.Adadelta over chained steps."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import numpy as np
import pytest

from graders.optimizers.adadelta_step import reference_numpy

STEPS = 25
SETTINGS: list[dict[str, Any]] = [
    {},
    {"lr": 0.3, "weight_decay": 0.3},
    {"lr": 2.0, "rho": 0.7, "eps": 1e-3},
]


@pytest.mark.parametrize("settings", SETTINGS)
@pytest.mark.parametrize("shape", [(), (4,), (2, 3, 5)])
@pytest.mark.parametrize("size", [1e-6, 1.0, 1e6])
@pytest.mark.parametrize("framework", ["numpy", "torch"])
def test_follows_torch_over_a_chain(
    settings: dict[str, Any], shape: tuple[int, ...], size: float, framework: str
) -> None:
    torch = pytest.importorskip("torch")
    rng = np.random.default_rng(7)
    start = np.asarray(rng.normal(size=shape))
    theirs = torch.nn.Parameter(torch.from_numpy(start.copy()))
    optimizer = torch.optim.Adadelta([theirs], **settings)
    step: Any = import_module(f"graders.optimizers.adadelta_step.reference_{framework}").adadelta_step
    convert: Any = np.asarray if framework == "numpy" else torch.from_numpy
    param, sq, delta_sq = convert(start), convert(np.zeros(shape)), convert(np.zeros(shape))
    for _ in range(STEPS):
        grad = np.asarray(size * rng.normal(0.5, 1, shape))
        theirs.grad = torch.from_numpy(grad.copy())
        optimizer.step()
        param, sq, delta_sq = step(param, convert(grad), sq, delta_sq, **settings)
        state = optimizer.state[theirs]
        np.testing.assert_allclose(param, theirs.detach().numpy(), rtol=1e-10, atol=1e-13)
        np.testing.assert_allclose(sq, state["square_avg"].numpy(), rtol=1e-10)
        np.testing.assert_allclose(delta_sq, state["acc_delta"].numpy(), rtol=1e-10)


def test_the_example_of_the_statement() -> None:
    settings: dict[str, Any] = {"rho": 0.75, "eps": 0.01}
    one, two, zero = np.array(1.0), np.array(2.0), np.array(0.0)
    slower, _, same = reference_numpy.adadelta_step(one, two, zero, zero, lr=0.5, **settings)
    first = reference_numpy.adadelta_step(one, two, zero, zero, **settings)
    second = reference_numpy.adadelta_step(first[0], one, *first[1:], **settings)
    np.testing.assert_allclose(first, [0.8010, 1.0, 0.009901], atol=5e-5)
    np.testing.assert_allclose(second, [0.6606, 1.0, 0.012352], atol=5e-5)
    np.testing.assert_allclose([slower, same], [0.9005, 0.009901], atol=5e-5)
