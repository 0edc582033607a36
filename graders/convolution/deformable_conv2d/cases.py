"""What `deformable-conv2d` is tried on: offsets of every kind, and samples at the border."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np


def generate(
    rng: np.random.Generator,
    *,
    n: int = 2,
    c: int = 3,
    o: int = 2,
    hw: Sequence[int] = (4, 5),
    k: Sequence[int] = (3, 2),
    offsets: str = "fractional",
    bias: bool = True,
    twice: bool = False,
    **options: int,
) -> dict[str, Any]:
    """Images, kernels that are not symmetric, and offsets of one kind (see `drawn`).

    `options` are those of the function that are not left to their defaults. `twice` gives offsets for a
    second call with the images in reverse.
    """
    shape = [out_size(size, cells, **options) for size, cells in zip(hw, k, strict=True)]
    bases = [grid(out, cells, **options) for out, cells in zip(shape, k, strict=True)]

    def offset() -> Any:
        dy = np.stack(
            [drawn(rng, offsets, bases[0][:, None, :, None], size, hw[0]) for size in [(*k, *shape)] * n]
        )
        dx = np.stack([drawn(rng, offsets, bases[1][:, None, :], size, hw[1]) for size in [(*k, *shape)] * n])
        return np.stack([dy, dx], axis=3).reshape(n, -1, *shape)

    return {
        "x": rng.standard_normal((n, c, *hw)) + rng.uniform(0.5, 1.5, (c, 1, 1)),
        "offset": offset(),
        "w": rng.standard_normal((o, c, *k)) + rng.uniform(-0.5, 0.5, (o, 1, 1, 1)),
        "b": rng.uniform(0.5, 2, o) * rng.choice([1, -1], o) if bias else None,
        "options": options,
        "other_offset": offset() if twice else None,
    }


def out_size(size: int, cells: int, stride: int = 1, padding: int = 0, dilation: int = 1) -> int:
    return (size + 2 * padding - dilation * (cells - 1) - 1) // stride + 1


def grid(out: int, cells: int, stride: int = 1, padding: int = 0, dilation: int = 1) -> Any:
    """Where the cells lie without offsets, (cells, out)."""
    return stride * np.arange(out) - padding + dilation * np.arange(cells)[:, None]


def drawn(rng: np.random.Generator, kind: str, base: Any, shape: tuple[int, ...], size: int) -> Any:
    """Offsets along one axis of `size` pixels, for cells that lie at `base` without them.

    fractional: up to about two pixels, more to the one side; whole: the same, rounded; zero; border: to less
    than a pixel outside, now and then inside; far: some of 10,000 pixels, the others fractional.
    """
    around = rng.normal(0.3, 1.0, shape)
    if kind == "zero":
        return np.zeros(shape)
    if kind == "whole":
        return np.round(1.3 * around)
    if kind == "border":
        beyond = rng.uniform(0.1, 0.9, shape)
        targets = np.stack([-beyond, size - 1 + beyond, rng.uniform(0, size - 1, shape)])
        return np.choose(rng.choice(3, shape, p=[0.4, 0.4, 0.2]), targets) - base
    if kind == "far":
        return np.where(rng.random(shape) < 0.3, rng.choice([-1e4, 1e4], shape), around)
    return around
