"""conv2d against torch's conv2d and, for one channel, SciPy's correlate2d."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import numpy as np
import pytest

from graders.convolution.conv2d import reference_numpy


@pytest.mark.parametrize("framework", ["numpy", "torch"])
@pytest.mark.parametrize("biased", [False, True])
@pytest.mark.parametrize(
    "options",
    [
        {},
        {"stride": 2, "padding": 1, "dilation": 2},
        {"stride": (1, 3)},
        {"padding": (0, 4)},
        {"dilation": (3, 1)},
        {"stride": (3, 2), "padding": (2, 1), "dilation": (2, 3)},
    ],
)
@pytest.mark.parametrize("kernel", [(3, 2), (1, 1), (2, 4)])
def test_agrees_with_torch(
    framework: str, biased: bool, options: dict[str, Any], kernel: tuple[int, int]
) -> None:
    torch = pytest.importorskip("torch")
    conv2d: Any = import_module(f"graders.convolution.conv2d.reference_{framework}").conv2d
    as_given = torch.from_numpy if framework == "torch" else np.asarray
    rng = np.random.default_rng(5)
    arrays = [rng.normal(0.5, 1, s) for s in ((2, 3, 9, 11), (4, 3, *kernel), (4,))][: 3 if biased else 2]
    got = conv2d(*map(as_given, arrays), **options)
    want = torch.nn.functional.conv2d(*map(torch.from_numpy, arrays), **options)
    np.testing.assert_allclose(got, want, rtol=1e-12, atol=1e-12)


def test_agrees_with_scipy() -> None:
    correlate2d = pytest.importorskip("scipy.signal").correlate2d
    rng = np.random.default_rng(6)
    x, w = rng.normal(0, 1, (1, 1, 7, 9)), rng.normal(0, 1, (1, 1, 3, 2))
    got = reference_numpy.conv2d(x, w)[0, 0]
    np.testing.assert_allclose(got, correlate2d(x[0, 0], w[0, 0], mode="valid"), rtol=1e-12)
    full = reference_numpy.conv2d(x, w, padding=(2, 1))[0, 0]
    np.testing.assert_allclose(full, correlate2d(x[0, 0], w[0, 0], mode="full"), rtol=1e-12, atol=1e-12)


def test_the_example_of_the_statement() -> None:
    x = np.array([[1.0, 2, 3, 5], [4, 6, 7, 8], [9, 0, 2, 1]])[None, None]
    w, b = np.array([[1.0, 0], [0, -1]])[None, None], np.array([10.0])
    cases: list[tuple[dict[str, Any], Any]] = [
        ({}, [[5, 5, 5], [14, 14, 16]]),
        ({"stride": (1, 2)}, [[5, 5], [14, 16]]),
        ({"stride": 2, "padding": 1}, [[9, 7, 10], [1, 14, 18]]),
        ({"dilation": (2, 3)}, [[10]]),
    ]
    for options, expected in cases:
        assert reference_numpy.conv2d(x, w, b, **options)[0, 0].tolist() == expected
