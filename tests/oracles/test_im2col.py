"""im2col and col2im against torch's unfold and fold, and against each other: one is the other's adjoint."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import numpy as np
import pytest

from graders.convolution.im2col import reference_numpy

OPTIONS: list[dict[str, Any]] = [
    {},
    {"stride": 2, "padding": 1, "dilation": 2},
    {"stride": (1, 3)},
    {"padding": (0, 2)},
    {"dilation": (3, 1)},
    {"stride": (3, 2), "padding": (2, 1), "dilation": (2, 3)},
]


@pytest.mark.parametrize("framework", ["numpy", "torch"])
@pytest.mark.parametrize("options", OPTIONS)
@pytest.mark.parametrize("kernel", [2, (3, 2), (1, 1), (2, 4)])
def test_agree_with_torch(framework: str, options: dict[str, Any], kernel: int | tuple[int, int]) -> None:
    torch = pytest.importorskip("torch")
    module: Any = import_module(f"graders.convolution.im2col.reference_{framework}")
    as_given = torch.from_numpy if framework == "torch" else np.asarray
    rng = np.random.default_rng(5)
    x = rng.normal(0.5, 1, (2, 3, 9, 11))
    want = torch.nn.functional.unfold(torch.from_numpy(x), kernel, **options)
    np.testing.assert_array_equal(module.im2col(as_given(x), kernel, **options), want)
    cols = rng.normal(0.5, 1, tuple(want.shape))
    image = torch.nn.functional.fold(torch.from_numpy(cols), (9, 11), kernel, **options)
    got = module.col2im(as_given(cols), (9, 11), kernel, **options)
    np.testing.assert_allclose(got, image, rtol=1e-12, atol=1e-12)


@pytest.mark.parametrize("options", OPTIONS)
def test_are_adjoint(options: dict[str, Any]) -> None:
    rng = np.random.default_rng(6)
    x = rng.normal(0, 1, (2, 3, 9, 11))
    columns = reference_numpy.im2col(x, (2, 3), **options)
    y = rng.normal(0, 1, columns.shape)
    there, back = (columns * y).sum(), (x * reference_numpy.col2im(y, (9, 11), (2, 3), **options)).sum()
    assert there == pytest.approx(back, rel=1e-12)


def test_the_example_of_the_statement() -> None:
    x = np.array([[1.0, 2, 3], [4, 5, 6]])[None, None]
    columns = reference_numpy.im2col(x, 2)
    assert columns[0].tolist() == [[1, 2], [2, 3], [4, 5], [5, 6]]
    assert reference_numpy.col2im(columns, (2, 3), 2)[0, 0].tolist() == [[1, 4, 3], [4, 10, 6]]
    alone = reference_numpy.im2col(x, 2, stride=2)
    assert alone[0].tolist() == [[1], [2], [4], [5]]
    assert reference_numpy.col2im(alone, (2, 3), 2, stride=2)[0, 0].tolist() == [[1, 2, 0], [4, 5, 0]]
