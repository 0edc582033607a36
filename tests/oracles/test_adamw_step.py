"""adamw-step against torch.optim.AdamW over chained steps with a changing rate, and against torch modules."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import numpy as np
import pytest

from graders.optimizers.adamw_step import reference_numpy

LRS = [0.1] * 8 + [0.02] * 8
SETTINGS: list[dict[str, Any]] = [
    {},
    {"weight_decay": 0.3},
    {"beta1": 0.0, "beta2": 0.7, "eps": 1e-2, "weight_decay": 0.0},
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
    start = np.asarray(rng.normal(size=shape))
    theirs = torch.nn.Parameter(torch.from_numpy(start.copy()))
    named = {name: value for name, value in settings.items() if not name.startswith("beta")}
    betas = settings.get("beta1", 0.9), settings.get("beta2", 0.999)
    optimizer = torch.optim.AdamW([theirs], betas=betas, **named)
    step: Any = import_module(f"graders.optimizers.adamw_step.reference_{framework}").adamw_step
    convert: Any = np.asarray if framework == "numpy" else torch.from_numpy
    ours: Any = convert(start), convert(np.zeros(shape)), convert(np.zeros(shape))
    for t, lr in enumerate(LRS, start=1):
        grad = np.asarray(size * rng.normal(0.5, 1, shape))
        theirs.grad = torch.from_numpy(grad.copy())
        optimizer.param_groups[0]["lr"] = lr
        optimizer.step()
        ours = step(ours[0], convert(grad), ours[1], ours[2], t, lr=lr, **settings)
        state = optimizer.state[theirs]
        for got, want in zip(ours, (theirs.detach(), state["exp_avg"], state["exp_avg_sq"]), strict=True):
            np.testing.assert_allclose(got, want.numpy(), rtol=1e-9, atol=0)


@pytest.mark.parametrize("framework", ["numpy", "torch"])
def test_groups_of_a_module_are_its_matrices(framework: str) -> None:
    torch = pytest.importorskip("torch")
    groups: Any = import_module(f"graders.optimizers.adamw_step.reference_{framework}").no_decay_groups
    nn = torch.nn
    model = nn.Sequential(nn.Conv2d(3, 4, 3), nn.BatchNorm2d(4), nn.PReLU(), nn.Linear(4, 2), nn.LayerNorm(2))
    names, parameters = zip(*model.named_parameters(), strict=True)
    decay, no_decay = groups(list(names), [tuple(p.shape) for p in parameters])
    assert decay == ["0.weight", "3.weight"]
    assert no_decay == ["0.bias", "1.weight", "1.bias", "2.weight", "3.bias", "4.weight", "4.bias"]


def test_the_example_of_the_statement() -> None:
    one, half, zero = np.array(1.0), np.array(0.5), np.array(0.0)
    got = reference_numpy.adamw_step(one, half, zero, zero, 1, lr=0.1, weight_decay=0.2)
    np.testing.assert_allclose(got, [0.88, 0.05, 0.00025], atol=1e-7)
    names, shapes = ["fc.weight", "fc.bias", "temperature"], [(10, 4), (10,), ()]
    assert reference_numpy.no_decay_groups(names, shapes) == (["fc.weight"], ["fc.bias", "temperature"])
