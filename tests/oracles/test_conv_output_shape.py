"""conv-output-shape against the shapes of real convolutions."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import numpy as np
import pytest


def reference(framework: str) -> Any:
    return import_module(f"graders.convolution.conv_output_shape.reference_{framework}").conv_output_shape


def real(input_hw: tuple[int, int], kernel_size: tuple[int, int], **options: Any) -> tuple[int, int] | None:
    """The size that torch's convolution gives; None when it refuses."""
    torch = pytest.importorskip("torch")
    try:
        out = torch.nn.functional.conv2d(
            torch.zeros(1, 1, *input_hw), torch.zeros(1, 1, *kernel_size), **options
        )
    except RuntimeError:
        return None
    return int(out.shape[2]), int(out.shape[3])


def drawn(rng: np.random.Generator) -> tuple[tuple[int, int], tuple[int, int], dict[str, Any]]:
    """Sizes of which about a third do not fit, with each option left out now and then."""

    def pair(low: int, high: int) -> tuple[int, int]:
        h, w = rng.integers(low, high, 2).tolist()
        return h, w

    padding = [pair(0, 4), "valid", "same"][rng.choice(3, p=[0.6, 0.2, 0.2])]
    stride = (1, 1) if padding == "same" and rng.random() < 0.7 else pair(0, 6)
    options = {"stride": stride, "padding": padding, "dilation": pair(1, 5)}
    chosen = {name: value for name, value in options.items() if rng.random() < 0.8}
    return pair(1, 24), pair(1, 7), chosen


@pytest.mark.filterwarnings("ignore:Using padding='same'")
@pytest.mark.parametrize("framework", ["numpy", "torch"])
@pytest.mark.parametrize("seed", range(10))
def test_is_the_shape_of_a_real_convolution(framework: str, seed: int) -> None:
    rng = np.random.default_rng(seed)
    refused = 0
    for _ in range(100):
        input_hw, kernel_size, options = drawn(rng)
        expected = real(input_hw, kernel_size, **options)
        if expected is None:
            refused += 1
            with pytest.raises(ValueError, match=r"stride|larger"):
                reference(framework)(input_hw, kernel_size, **options)
        else:
            assert reference(framework)(input_hw, kernel_size, **options) == expected, (
                input_hw,
                kernel_size,
                options,
            )
    assert 10 < refused < 90


@pytest.mark.parametrize("framework", ["numpy", "torch"])
@pytest.mark.parametrize("name", ["input_hw", "kernel_size", "stride", "padding", "dilation"])
def test_an_int_stands_for_both_axes(framework: str, name: str) -> None:
    pairs = {
        "input_hw": (31, 29),
        "kernel_size": (3, 4),
        "stride": (2, 3),
        "padding": (1, 2),
        "dilation": (3, 2),
    }
    both = {**pairs, name: (pairs[name][0], pairs[name][0])}
    result = reference(framework)(**{**pairs, name: pairs[name][0]})
    assert result == reference(framework)(**both)
    assert [type(size) for size in result] == [int, int]


@pytest.mark.parametrize("framework", ["numpy", "torch"])
def test_negative_strides_are_refused(framework: str) -> None:
    with pytest.raises(ValueError, match="stride"):
        reference(framework)((9, 7), (3, 7), stride=(1, -1))


@pytest.mark.parametrize("framework", ["numpy", "torch"])
def test_the_examples_of_the_statement(framework: str) -> None:
    shape = reference(framework)
    assert shape(227, 11, stride=4) == (55, 55)
    assert shape((32, 48), (3, 5), stride=(2, 3), padding=(1, 2), dilation=(2, 1)) == (15, 16)
    assert shape(224, 7, stride=2, padding=3) == (112, 112)
