"""weight-regularizers against finite differences, sums by hand, and torch.renorm."""

from __future__ import annotations

import math
from importlib import import_module
from typing import Any

import numpy as np
import pytest

from graders.optimizers.weight_regularizers import reference_numpy

SHAPES = [(5,), (3, 4), (2, 3, 4), (4, 2, 3, 2)]
RULES: list[tuple[str, dict[str, float]]] = [
    ("l2", {"lam": 0.3}),
    ("l1", {"lam": 0.7}),
    ("elastic_net", {"lam": 0.4, "beta": 1.7}),
]


def by_loop(rule: str, w: Any, lam: float, beta: float = 1.0) -> float:
    terms: dict[str, Any] = {"l2": lambda x: x * x, "l1": abs, "elastic_net": lambda x: beta * x * x + abs(x)}
    return lam * math.fsum(terms[rule](x) for x in w.ravel().tolist())


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize(("rule", "settings"), RULES)
@pytest.mark.parametrize("framework", ["numpy", "torch"])
def test_penalties_and_their_differences(
    rule: str, settings: dict[str, float], shape: tuple[int, ...], framework: str
) -> None:
    w = np.random.default_rng(2).normal(0.3, 1, shape)
    convert: Any = np.asarray if framework == "numpy" else pytest.importorskip("torch").from_numpy
    module: Any = import_module(f"graders.optimizers.weight_regularizers.reference_{framework}")
    penalty, dw = getattr(module, rule)(convert(w), **settings)
    assert float(penalty) == pytest.approx(by_loop(rule, w, **settings))
    for i in np.ndindex(shape):
        up, down = w.copy(), w.copy()
        up[i] += 1e-5
        down[i] -= 1e-5
        slope = (by_loop(rule, up, **settings) - by_loop(rule, down, **settings)) / 2e-5
        assert float(dw[i]) == pytest.approx(slope, abs=1e-6)


@pytest.mark.parametrize("shape", SHAPES[1:])
@pytest.mark.parametrize("framework", ["numpy", "torch"])
def test_max_norm_follows_renorm(shape: tuple[int, ...], framework: str) -> None:
    torch = pytest.importorskip("torch")
    w = np.random.default_rng(4).normal(0.3, 1, shape)
    w[1] *= 0.1
    w[0] = 0
    bound = float(np.sqrt((w[-1] ** 2).sum())) * 0.6
    module: Any = import_module(f"graders.optimizers.weight_regularizers.reference_{framework}")
    got = module.max_norm(w if framework == "numpy" else torch.from_numpy(w.copy()), bound)
    want = torch.renorm(torch.from_numpy(w.copy()), 2, 0, bound)
    np.testing.assert_allclose(np.asarray(got), want.numpy(), rtol=1e-6)


def test_the_example_of_the_statement() -> None:
    w = np.array([[3.0, -4.0], [0.0, 1.0]])
    answers: list[tuple[Any, float, Any]] = [
        (reference_numpy.l2(w, 0.5), 13, [[3, -4], [0, 1]]),
        (reference_numpy.l1(w, 0.5), 4, [[0.5, -0.5], [0, 0.5]]),
        (reference_numpy.elastic_net(w, 0.5, 0.1), 5.3, [[0.8, -0.9], [0, 0.6]]),
    ]
    for (penalty, dw), want, slope in answers:
        assert float(penalty) == pytest.approx(want)
        np.testing.assert_allclose(dw, slope)
    np.testing.assert_allclose(reference_numpy.max_norm(w, 2.0), np.array([[1.2, -1.6], [0, 1]]))
