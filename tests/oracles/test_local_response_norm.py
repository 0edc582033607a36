"""local-response-norm against torch's local_response_norm, and the formula value by value."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import numpy as np
import pytest

from graders.normalization.local_response_norm import reference_numpy


@pytest.mark.parametrize("framework", ["numpy", "torch"])
@pytest.mark.parametrize("size", [1, 2, 3, 4, 5, 11, 12])
@pytest.mark.parametrize("shape", [(2, 5, 3, 4), (3, 1, 2, 5), (1, 7, 1, 2)])
@pytest.mark.parametrize(("dtype", "scale"), [("float64", 1.0), ("float32", 1.0), ("float32", 1e4)])
def test_agrees_with_torch(
    framework: str, size: int, shape: tuple[int, ...], dtype: str, scale: float
) -> None:
    torch = pytest.importorskip("torch")
    x = (scale * np.random.default_rng(10).normal(0.5, 1, shape)).astype(dtype)
    reference: Any = import_module(f"graders.normalization.local_response_norm.reference_{framework}")
    for options in ({}, {"alpha": 0.7, "beta": 0.4, "k": 2.5}):
        want = torch.nn.functional.local_response_norm(torch.from_numpy(x), size, **options)
        got = reference.lrn(torch.from_numpy(x) if framework == "torch" else x, size, **options)
        assert str(got.dtype).endswith(dtype)
        rtol = 1e-12 if dtype == "float64" else 1e-5
        np.testing.assert_allclose(got, want.numpy(), rtol=rtol)


@pytest.mark.parametrize("size", [2, 3, 6, 9])
def test_is_the_formula_value_by_value(size: int) -> None:
    x = np.random.default_rng(11).normal(0.5, 1, (2, 4, 1, 3))
    got = reference_numpy.lrn(x, size, alpha=0.9, beta=0.6, k=1.5)
    for n, c, h, w in np.ndindex(x.shape):
        window = [j for j in range(x.shape[1]) if c - size // 2 <= j <= c + (size - 1) // 2]
        total = sum(float(x[n, j, h, w]) ** 2 for j in window)
        assert got[n, c, h, w] == pytest.approx(x[n, c, h, w] / (1.5 + 0.9 / size * total) ** 0.6)


def test_the_example_of_the_statement() -> None:
    x = np.array([1.0, 2, 3, 4]).reshape(1, 4, 1, 1)
    odd = reference_numpy.lrn(x, 3, alpha=3, beta=0.5).ravel()
    np.testing.assert_allclose(odd, [0.4082, 0.5164, 0.5477, 0.7845], atol=6e-5)
    even = reference_numpy.lrn(x, 2, alpha=2, beta=0.5).ravel()
    np.testing.assert_allclose(even, [0.7071, 0.8165, 0.8018, 0.7845], atol=6e-5)
