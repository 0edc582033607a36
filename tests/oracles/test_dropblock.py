"""dropblock against a loop over pixels that looks for a seed nearby, and the rate of seeds it promises."""

from __future__ import annotations

from fractions import Fraction
from importlib import import_module
from typing import Any

import numpy as np
import pytest

from graders.layers.dropblock import reference_numpy


def brute_force(u: Any, keep_prob: Fraction, b: int) -> Any:
    """Each pixel is dropped when the centre of some block lies within (b - 1)/2 of it on both axes."""
    n, c, h, w = u.shape
    height, width, reach = h + b - 1, w + b - 1, (b - 1) // 2
    gamma = (1 - keep_prob) * height * width / (b * b * h * w)
    mask = np.ones((n, c, height, width))
    for image, channel, y, x in np.ndindex(*mask.shape):
        for i, j in np.ndindex(h, w):
            near = abs(i + reach - y) <= reach and abs(j + reach - x) <= reach
            if near and u[image, channel, i, j] < gamma:
                mask[image, channel, y, x] = 0
    return mask / mask.mean() if mask.any() else mask


@pytest.mark.parametrize("framework", ["numpy", "torch"])
@pytest.mark.parametrize(
    ("shape", "block_size"),
    [((2, 3, 4, 5), 1), ((2, 2, 3, 5), 3), ((1, 3, 6, 2), 5), ((3, 1, 1, 1), 3), ((2, 1, 1, 4), 3)],
)
@pytest.mark.parametrize("keep_prob", [Fraction(1, 8), Fraction(1, 2), Fraction(7, 8), Fraction(1)])
def test_each_pixel_by_itself(
    framework: str, shape: tuple[int, ...], block_size: int, keep_prob: Fraction
) -> None:
    convert: Any = np.asarray if framework == "numpy" else pytest.importorskip("torch").from_numpy
    module: Any = import_module(f"graders.layers.dropblock.reference_{framework}")
    u = np.random.default_rng(9).random(shape)
    got = module.dropblock_mask(convert(u), float(keep_prob), block_size)
    np.testing.assert_allclose(got, brute_force(u, keep_prob, block_size), rtol=1e-12)


def test_seeds_drop_about_the_share_that_is_asked() -> None:
    u = np.random.default_rng(10).random((200, 4, 28, 26))
    for block_size in (1, 3, 5):
        mask = reference_numpy.dropblock_mask(u, 0.97, block_size)
        assert (mask == 0).mean() == pytest.approx(0.03, rel=0.1)
        assert mask.mean() == pytest.approx(1)


def test_the_example_of_the_statement() -> None:
    u = np.array([[0.5, 0.05, 0.9], [0.6, 0.3, 0.8]]).reshape(1, 1, 2, 3)
    expected = np.full((4, 5), 1.8182)
    expected[:3, 1:4] = 0
    np.testing.assert_allclose(reference_numpy.dropblock_mask(u, 0.7, 3)[0, 0], expected, atol=5e-5)
