"""xavier-he-init against torch.nn.init, and the moments of many draws."""

from __future__ import annotations

import math
from importlib import import_module
from typing import Any

import numpy as np
import pytest

from graders.initialization.xavier_he_init import reference_numpy

SHAPES = [(2, 3), (7, 4), (8, 3, 5, 5), (4, 6, 3), (2, 3, 4, 5, 6)]


@pytest.mark.parametrize("shape", SHAPES)
def test_fans_are_torch_s(shape: tuple[int, ...]) -> None:
    torch = pytest.importorskip("torch")
    theirs: Any = torch.nn.init._calculate_fan_in_and_fan_out(torch.empty(shape))
    assert reference_numpy.fans(shape) == tuple(theirs)


@pytest.mark.parametrize("shape", [(), (4,)])
def test_too_few_axes(shape: tuple[int, ...]) -> None:
    with pytest.raises(ValueError):
        reference_numpy.fans(shape)


@pytest.mark.parametrize("framework", ["numpy", "torch"])
@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize(("gain", "slope", "mode"), [(1.0, 0.0, "fan_in"), (1.7, 0.2, "fan_out")])
def test_torch_scales_the_same_draws_alike(
    framework: str, dtype: str, shape: tuple[int, ...], gain: float, slope: float, mode: str
) -> None:
    """torch's own draws, asked for on a unit scale from the same seed, are what goes in."""
    torch = pytest.importorskip("torch")
    xavier, he = {"gain": gain}, {"slope": slope, "mode": mode}
    theirs = {"a": slope, "mode": mode, "nonlinearity": "leaky_relu"}
    ours = import_module(f"graders.initialization.xavier_he_init.reference_{framework}")
    kind = getattr(torch, dtype)
    for initialiser, asked, function, options, draw in (
        ("xavier_uniform_", xavier, "xavier_uniform", xavier, "uniform_"),
        ("xavier_normal_", xavier, "xavier_normal", xavier, "normal_"),
        ("kaiming_uniform_", theirs, "he_uniform", he, "uniform_"),
        ("kaiming_normal_", theirs, "he_normal", he, "normal_"),
    ):
        torch.manual_seed(3)
        want = getattr(torch.nn.init, initialiser)(torch.empty(shape, dtype=kind), **asked)
        torch.manual_seed(3)
        drawn = getattr(torch.empty(shape, dtype=kind), draw)()
        got = getattr(ours, function)(drawn.numpy() if framework == "numpy" else drawn, **options)
        assert str(got.dtype).endswith(dtype)
        np.testing.assert_allclose(got, want.numpy(), rtol=1e-5, atol=1e-6)


def test_the_standard_deviations_of_many_draws() -> None:
    rng = np.random.default_rng(0)
    u, z = rng.random((300, 500)), rng.standard_normal((300, 500))
    xavier, he = math.sqrt(2 / 800), math.sqrt(2 / (1.04 * 300))
    for weights, std in (
        (reference_numpy.xavier_uniform(u), xavier),
        (reference_numpy.xavier_normal(z), xavier),
        (reference_numpy.he_uniform(u, 0.2, "fan_out"), he),
        (reference_numpy.he_normal(z, 0.2, "fan_out"), he),
    ):
        assert weights.std() == pytest.approx(std, rel=0.01)
        assert abs(weights.mean()) < 0.02 * std


def test_the_example_of_the_statement() -> None:
    u, z = np.full((2, 3), 0.75), np.full((2, 3), -2.0)
    assert reference_numpy.fans((8, 3, 5, 5)) == (75, 200)
    for got, want in (
        (reference_numpy.xavier_uniform(u), 0.5477),
        (reference_numpy.he_uniform(u), 0.7071),
        (reference_numpy.xavier_normal(z), -1.2649),
        (reference_numpy.he_normal(z), -1.6330),
        (reference_numpy.xavier_normal(np.ones((8, 3, 5, 5))), 0.0853),
        (reference_numpy.he_normal(np.ones((8, 3, 5, 5))), 0.1633),
        (-reference_numpy.xavier_uniform(np.zeros((8, 3, 5, 5))), 0.1477),
        (-reference_numpy.he_uniform(np.zeros((8, 3, 5, 5))), 0.2828),
    ):
        np.testing.assert_allclose(got, want, atol=5e-5)
