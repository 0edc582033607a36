"""ema-weights against the weighted sum of all versions and against torch.optim.swa_utils."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import numpy as np
import pytest

from graders.optimizers.ema_weights import reference_numpy


@pytest.mark.parametrize("warmup", [False, True])
@pytest.mark.parametrize("decay", [0.0, 0.3, 0.9, 1.0])
@pytest.mark.parametrize("framework", ["numpy", "torch"])
def test_is_the_weighted_sum_of_all_versions(warmup: bool, decay: float, framework: str) -> None:
    versions = np.random.default_rng(3).normal(0.5, 1, (12, 2, 3))
    convert: Any = np.asarray if framework == "numpy" else pytest.importorskip("torch").from_numpy
    module: Any = import_module(f"graders.optimizers.ema_weights.reference_{framework}")
    ema = module.EMA({"w": convert(versions[0])}, decay, warmup)
    for version in versions[1:]:
        ema.update({"w": convert(version)})
    kept = [min(decay, (1 + n) / (10 + n)) if warmup else decay for n in range(11)]
    shares = [np.prod(kept)] + [(1 - kept[i]) * np.prod(kept[i + 1 :]) for i in range(11)]
    assert sum(shares) == pytest.approx(1)
    got = ema.swap({"w": convert(versions[-1])})["w"]
    np.testing.assert_allclose(got, np.tensordot(shares, versions, axes=1), rtol=1e-10)
    np.testing.assert_array_equal(ema.restore()["w"], versions[-1])
    with pytest.raises(RuntimeError):
        ema.restore()


@pytest.mark.parametrize("framework", ["numpy", "torch"])
def test_follows_torch(framework: str) -> None:
    torch = pytest.importorskip("torch")
    swa_utils = torch.optim.swa_utils
    layer = torch.nn.Linear(3, 2).double()
    theirs = swa_utils.AveragedModel(layer, multi_avg_fn=swa_utils.get_ema_multi_avg_fn(0.8))
    theirs.update_parameters(layer)  # the first call copies

    def weights() -> dict[str, Any]:
        named = {name: p.detach().clone() for name, p in layer.named_parameters()}
        return {name: p.numpy() for name, p in named.items()} if framework == "numpy" else named

    ema = import_module(f"graders.optimizers.ema_weights.reference_{framework}").EMA(weights(), 0.8)
    for _ in range(10):
        with torch.no_grad():
            for p in layer.parameters():
                p.add_(torch.randn_like(p))
        theirs.update_parameters(layer)
        ema.update(weights())
    averaged = ema.swap(weights())
    for name, parameter in theirs.module.named_parameters():
        np.testing.assert_allclose(averaged[name], parameter.detach().numpy(), rtol=1e-10)


def test_the_example_of_the_statement() -> None:
    for warmup, want in ((False, (1.1, 1.39)), (True, (1.9, 3.6182))):
        ema = reference_numpy.EMA({"w": np.array(1.0)}, 0.9, warmup)
        for value, average in zip((2.0, 4.0), want, strict=True):
            ema.update({"w": np.array(value)})
            assert ema.swap({})["w"] == pytest.approx(average, abs=5e-5)
