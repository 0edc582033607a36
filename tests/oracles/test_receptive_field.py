"""receptive-field against the pixels that a stack of convolutions really sees, by torch's autograd."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from graders.convolution.receptive_field import reference_numpy

Layer = tuple[int, int, int, int]


def seen(layers: list[Layer], unit: int) -> tuple[int, int]:
    """The first and the last pixel with a gradient from a unit of the last layer.

    The picture lies in the middle of a wide one, whose border takes the place of padding.
    """
    torch = pytest.importorskip("torch")
    middle = 400
    x = torch.zeros(1, 1, 2 * middle, dtype=torch.float64, requires_grad=True)
    start, above, index = middle, x, unit
    # without padding, unit 0 of a layer is where the padded convolution would have put it after so many steps
    for kernel, stride, padding, dilation in layers:
        first = start - padding
        above = torch.nn.functional.conv1d(
            above[..., first % stride :], torch.ones(1, 1, kernel).double(), stride=stride, dilation=dilation
        )
        start = first // stride
    (gradient,) = torch.autograd.grad(above[0, 0, start + index], x)
    pixels = gradient[0, 0].nonzero()
    return int(pixels.min()) - middle, int(pixels.max()) - middle


@pytest.mark.parametrize("seed", range(12))
def test_is_where_the_gradient_is(seed: int) -> None:
    rng = np.random.default_rng(seed)
    layers: list[Layer] = []
    for _ in range(4):
        kernel, stride, padding, dilation = (int(rng.integers(low, 4)) for low in (1, 1, 0, 1))
        layers.append((kernel, stride, padding, dilation))
    fields = reference_numpy.receptive_field(layers)
    assert len(fields) == len(layers)
    for depth, (size, jump, centre) in enumerate(fields, 1):
        (low, high), (next_low, _) = seen(layers[:depth], 0), seen(layers[:depth], 1)
        assert (size, jump, centre) == (high - low + 1, next_low - low, (low + high) / 2)
        assert [type(each) for each in (size, jump, centre)] == [int, int, float]


@pytest.mark.parametrize("kernel", [2, 3, 4, 7])
@pytest.mark.parametrize("rf", [1, 2, 3, 6, 7, 8, 50])
def test_no_smaller_stack_sees_as_much(kernel: int, rf: int) -> None:
    sizes = [1, *(size for size, _, _ in reference_numpy.receptive_field([(kernel, 1, 0, 1)] * 60))]
    assert reference_numpy.smallest_stack(rf, kernel) == next(n for n, size in enumerate(sizes) if size >= rf)


def test_kernels_of_one() -> None:
    assert reference_numpy.smallest_stack(1, 1) == reference_numpy.smallest_stack(-4, kernel=1) == 0
    with pytest.raises(ValueError, match="one pixel"):
        reference_numpy.smallest_stack(2, 1)


def test_the_example_of_the_statement() -> None:
    layers: Any = [(7, 2, 3, 1), (3, 2, 1, 1), (3, 1, 1, 2)]
    assert reference_numpy.receptive_field(layers) == [(7, 2, 0.0), (11, 4, 0.0), (27, 4, 4.0)]
    assert reference_numpy.smallest_stack(7) == reference_numpy.smallest_stack(6) == 3
    assert reference_numpy.receptive_field([]) == []
