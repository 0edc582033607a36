"""structured-dropout against loops over single values, and the expectation over all masks."""

from __future__ import annotations

import itertools
from importlib import import_module
from typing import Any

import numpy as np
import pytest

from graders.layers.structured_dropout import reference_numpy


def reference(framework: str) -> tuple[Any, Any]:
    convert: Any = np.asarray if framework == "numpy" else pytest.importorskip("torch").from_numpy
    return import_module(f"graders.layers.structured_dropout.reference_{framework}"), convert


@pytest.mark.parametrize("framework", ["numpy", "torch"])
@pytest.mark.parametrize("p", [0.0, 0.25, 0.7])
def test_each_value_by_itself(framework: str, p: float) -> None:
    module, convert = reference(framework)
    rng = np.random.default_rng(5)
    x, u = rng.standard_normal((3, 4, 2, 5)), rng.integers(0, 8, (3, 4)) / 8
    out = module.channel_dropout(convert(x), p, convert(u))
    for n, c, i, j in np.ndindex(*x.shape):
        expected = 0.0 if u[n, c] < p else x[n, c, i, j] / (1 - p)
        assert float(out[n, c, i, j]) == pytest.approx(expected)

    x, w, b, u = (rng.standard_normal(s) for s in ((3, 4), (5, 4), (5,), (5, 4)))
    out = module.dropconnect_linear(convert(x), convert(w), convert(b), p, convert(u))
    for n, m in np.ndindex(3, 5):
        kept = [w[m, d] * x[n, d] for d in range(4) if u[m, d] >= p]
        assert float(out[n, m]) == pytest.approx(b[m] + sum(kept) / (1 - p))

    for shape in ((6,), (6, 2), (6, 3, 2, 4)):
        x, branch, u = rng.standard_normal(shape), rng.standard_normal(shape), rng.random(6)
        for training in (True, False):
            out = module.stochastic_depth(convert(x), convert(branch), p, convert(u), training)
            for at in np.ndindex(*shape):
                share = 1.0 if not training else 0.0 if u[at[0]] < p else 1 / (1 - p)
                assert float(out[at]) == pytest.approx(x[at] + share * branch[at])


@pytest.mark.parametrize("p", [0.2, 0.6])
def test_the_expectation_over_all_masks_is_that_of_evaluation(p: float) -> None:
    rng = np.random.default_rng(6)
    x, w, b = rng.standard_normal((2, 2)), rng.standard_normal((2, 2)), rng.standard_normal(2)
    linear, depth, maps = np.zeros((2, 2)), np.zeros((2, 2)), np.zeros((2, 2, 1, 2))
    images = rng.standard_normal(maps.shape)
    for keep in itertools.product([False, True], repeat=4):
        u = np.where(keep, 0.9, 0.1).reshape(2, 2)
        chance = np.prod(np.where(keep, 1 - p, p))
        linear += chance * reference_numpy.dropconnect_linear(x, w, b, p, u)
        depth += chance * reference_numpy.stochastic_depth(x, 3 * x, p, u[0], True)
        maps += chance * reference_numpy.channel_dropout(images, p, u)
    np.testing.assert_allclose(linear, x @ w.T + b, rtol=1e-12)
    np.testing.assert_allclose(depth, 4 * x, rtol=1e-12)
    np.testing.assert_allclose(maps, images, rtol=1e-12)


def test_the_example_of_the_statement() -> None:
    x = np.array([[1.0, 2], [3, 4]]).reshape(1, 2, 1, 2)
    out: Any = reference_numpy.channel_dropout(x, 0.75, np.array([[0.9, 0.2]]))
    assert out.ravel().tolist() == [4, 8, 0, 0]
    w, u = np.array([[1.0, 1], [3, 5]]), np.array([[0.75, 0.1], [0.3, 0.8]])
    out = reference_numpy.dropconnect_linear(np.array([[1.0, 2]]), w, np.array([10.0, 20]), 0.75, u)
    assert out.tolist() == [[14, 60]]
    x, branch, u = np.array([[1.0, 1], [2, 2]]), np.array([[3.0, 5], [3, 5]]), np.array([0.9, 0.5])
    assert reference_numpy.stochastic_depth(x, branch, 0.75, u, True).tolist() == [[13, 21], [2, 2]]
    assert reference_numpy.stochastic_depth(x, branch, 0.75, u, False).tolist() == [[4, 6], [5, 7]]
