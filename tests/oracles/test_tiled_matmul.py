"""tiled-matmul against numpy.matmul in float64, with blocks that are checked and counted."""

from __future__ import annotations

import math
from importlib import import_module
from typing import Any

import numpy as np
import pytest

from graders.layers.tiled_matmul import reference_numpy


class Blocks:
    """A block product that remembers the shapes it was asked for."""

    def __init__(self) -> None:
        self.shapes: list[tuple[int, ...]] = []

    def __call__(self, x: Any, y: Any) -> Any:
        self.shapes.append((*x.shape, y.shape[1]))
        if isinstance(x, np.ndarray):
            wide = np.promote_types(x.dtype, np.float32)
            return np.asarray(x, wide) @ np.asarray(y, wide)
        return x.float() @ y.float() if x.element_size() == 2 else x @ y


@pytest.mark.parametrize("framework", ["numpy", "torch"])
@pytest.mark.parametrize("dtype", ["float16", "float32", "float64"])
@pytest.mark.parametrize("sizes", [(4, 6, 8), (5, 7, 3), (1, 9, 4), (6, 5, 1), (3, 0, 2)])
@pytest.mark.parametrize("tiles", [(2, 2, 2), (3, 4, 2), (1, 1, 1), (10, 20, 30), (2, 30, 4)])
def test_agrees_with_matmul(
    framework: str, dtype: str, sizes: tuple[int, int, int], tiles: tuple[int, int, int]
) -> None:
    (m, k, n), (tile_m, tile_n, tile_k) = sizes, tiles
    rng = np.random.default_rng(9)
    a, b = rng.normal(0.5, 1, (m, k)).astype(dtype), rng.normal(0.5, 1, (k, n)).astype(dtype)
    convert: Any = np.asarray if framework == "numpy" else pytest.importorskip("torch").from_numpy
    reference: Any = import_module(f"graders.layers.tiled_matmul.reference_{framework}")
    blocks = Blocks()
    got = np.asarray(reference.tiled_matmul(convert(a), convert(b), *tiles, blocks))

    assert got.dtype == dtype
    tolerance = {"float16": 1e-3, "float32": 1e-5, "float64": 1e-12}[dtype]
    np.testing.assert_allclose(got, a.astype(float) @ b.astype(float), rtol=tolerance, atol=tolerance)
    assert len(blocks.shapes) == math.ceil(m / tile_m) * math.ceil(n / tile_n) * math.ceil(k / tile_k)
    assert all(x <= tile_m and y <= tile_k and z <= tile_n for x, y, z in blocks.shapes)


def test_a_long_sum_in_float16() -> None:
    rng = np.random.default_rng(10)
    a, b = (rng.uniform(0.5, 0.7, shape).astype(np.float16) for shape in ((2, 4096), (4096, 3)))
    got = reference_numpy.tiled_matmul(a, b, 2, 3, 1, Blocks())
    np.testing.assert_allclose(got, a.astype(float) @ b.astype(float), rtol=1e-3)


def test_the_example_of_the_statement() -> None:
    a, b, blocks = np.array([[1.0, 2], [3, 4], [5, 6]]), np.array([[1.0, 0], [2, 1]]), Blocks()
    np.testing.assert_array_equal(
        reference_numpy.tiled_matmul(a, b, 2, 2, 1, blocks), [[5, 2], [11, 4], [17, 6]]
    )
    assert blocks.shapes == [(2, 1, 2), (2, 1, 2), (1, 1, 2), (1, 1, 2)]
