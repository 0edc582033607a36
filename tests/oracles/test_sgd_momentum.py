"""sgd-momentum against torch.optim.SGD over chained steps, and the sums that the two rules stand for."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import numpy as np
import pytest

from graders.optimizers.sgd_momentum import reference_numpy

LRS = [0.2] * 6 + [0.05] * 6
SETTINGS: list[dict[str, Any]] = [
    {},
    {"weight_decay": 0.3},
    {"momentum": 0.9},
    {"momentum": 0.7, "dampening": 0.4, "weight_decay": 0.1},
    {"momentum": 0.8, "weight_decay": 0.2, "nesterov": True},
]


@pytest.mark.parametrize("settings", SETTINGS)
@pytest.mark.parametrize("shape", [(), (4,), (2, 3, 5)])
@pytest.mark.parametrize("framework", ["numpy", "torch"])
def test_follows_torch_over_a_chain(settings: dict[str, Any], shape: tuple[int, ...], framework: str) -> None:
    torch = pytest.importorskip("torch")
    rng = np.random.default_rng(3)
    start = np.asarray(rng.normal(size=shape))
    theirs = torch.nn.Parameter(torch.from_numpy(start.copy()))
    optimizer = torch.optim.SGD([theirs], lr=1.0, **settings)
    step: Any = import_module(f"graders.optimizers.sgd_momentum.reference_{framework}").sgd_step
    param: Any = start if framework == "numpy" else torch.from_numpy(start.copy())
    buf: Any = None
    for lr in LRS:
        grad = torch.from_numpy(np.asarray(rng.normal(0.3, 1, shape)))
        theirs.grad = grad.clone()
        optimizer.param_groups[0]["lr"] = lr
        optimizer.step()
        param, buf = step(param, grad.numpy() if framework == "numpy" else grad, buf, lr, **settings)
        np.testing.assert_allclose(param, theirs.detach().numpy(), rtol=1e-12, atol=1e-13)
        want = optimizer.state[theirs].get("momentum_buffer")
        assert (buf is None) == (want is None)
        if want is not None:
            np.testing.assert_allclose(buf, want.numpy(), rtol=1e-12, atol=1e-13)


@pytest.mark.parametrize("framework", ["numpy", "torch"])
def test_velocity_is_the_sum_of_all_steps(framework: str) -> None:
    rng = np.random.default_rng(5)
    grads, beta = rng.normal(size=(len(LRS), 2, 3)), 0.8
    start: Any = rng.normal(size=(2, 3))
    convert: Any = np.asarray if framework == "numpy" else pytest.importorskip("torch").from_numpy
    step: Any = import_module(f"graders.optimizers.sgd_momentum.reference_{framework}").velocity_step
    param, v = convert(start), convert(np.zeros((2, 3)))
    moved = np.zeros((2, 3))
    for t, lr in enumerate(LRS):
        param, v = step(param, convert(grads[t]), v, lr, beta)
        velocity = -sum(beta ** (t - s) * LRS[s] * grads[s] for s in range(t + 1))
        moved += velocity
        np.testing.assert_allclose(v, velocity, rtol=1e-10)
        np.testing.assert_allclose(param, start + moved, rtol=1e-10)


def test_the_example_of_the_statement() -> None:
    one, half, back = np.array(1.0), np.array(0.5), np.array(-0.1)
    for nesterov, want in ((False, (0.95, 0.9465)), (True, (0.905, 0.90285))):
        settings: dict[str, Any] = {"momentum": 0.9, "nesterov": nesterov}
        first, buf = reference_numpy.sgd_step(one, half, None, 0.1, **settings)
        second, buf = reference_numpy.sgd_step(first, back, buf, 0.01, **settings)
        np.testing.assert_allclose([first, second], want, rtol=1e-12)
        assert buf == pytest.approx(0.35)
    first, v = reference_numpy.velocity_step(one, half, np.array(0.0), 0.1)
    second, v = reference_numpy.velocity_step(first, back, v, 0.01)
    np.testing.assert_allclose([first, second, v], [0.95, 0.906, -0.044], rtol=1e-12)
