"""same-padding against windows laid out one by one, and torch's convolution of the padded input."""

from __future__ import annotations

from itertools import product

import pytest

from graders.convolution.same_padding.reference_numpy import same_padding, valid_output

ARGUMENTS = list(product([1, 2, 5, 6, 7, 12], [1, 2, 3, 4, 6], [1, 2, 3, 5, 9], [1, 2, 3]))


def window(start: int, kernel: int, dilation: int) -> list[int]:
    return [start + dilation * cell for cell in range(kernel)]


@pytest.mark.parametrize(("size", "kernel", "stride", "dilation"), ARGUMENTS)
def test_windows_laid_out_one_by_one(size: int, kernel: int, stride: int, dilation: int) -> None:
    starts = [cell for cell in range(size) if cell % stride == 0]
    inside = [s for s in starts if max(window(s, kernel, dilation)) < size]
    assert valid_output(size, kernel, stride, dilation) == len(inside)

    pad_start, pad_end, out = same_padding(size, kernel, stride, dilation)
    assert out == len(starts)
    over = max(window(starts[-1], kernel, dilation)) - (size - 1)
    assert pad_start + pad_end == max(over, 0)
    assert pad_end - pad_start in (0, 1)


@pytest.mark.parametrize(("size", "kernel", "stride", "dilation"), ARGUMENTS[::3])
def test_the_padded_input_has_that_many_windows(size: int, kernel: int, stride: int, dilation: int) -> None:
    torch = pytest.importorskip("torch")
    weight = torch.ones(1, 1, kernel)
    pad_start, pad_end, out = same_padding(size, kernel, stride, dilation)
    x = torch.nn.functional.pad(torch.ones(1, 1, size), (pad_start, pad_end))
    assert torch.nn.functional.conv1d(x, weight, stride=stride, dilation=dilation).shape[-1] == out
    expected = valid_output(size, kernel, stride, dilation)
    if expected:
        x = torch.ones(1, 1, size)
        got = torch.nn.functional.conv1d(x, weight, stride=stride, dilation=dilation)
        assert got.shape[-1] == expected


@pytest.mark.filterwarnings("ignore:Using padding='same'")
@pytest.mark.parametrize(("kernel", "dilation"), [(2, 1), (3, 2), (4, 3)])
def test_with_stride_1_it_is_torchs_own(kernel: int, dilation: int) -> None:
    torch = pytest.importorskip("torch")
    x, weight = torch.arange(1.0, 12).reshape(1, 1, -1), torch.arange(1.0, kernel + 1).reshape(1, 1, -1)
    pad_start, pad_end, _ = same_padding(11, kernel, 1, dilation)
    padded = torch.nn.functional.pad(x, (pad_start, pad_end))
    got = torch.nn.functional.conv1d(padded, weight, dilation=dilation)
    assert torch.equal(got, torch.nn.functional.conv1d(x, weight, padding="same", dilation=dilation))


def test_the_examples_of_the_statement() -> None:
    assert same_padding(227, 11, 4) == (4, 4, 57)
    assert same_padding(7, 2, 1, dilation=3) == (1, 2, 7)
    assert same_padding(10, 2, 4) == (0, 0, 3)
    assert valid_output(227, 11, 4) == 55
    assert valid_output(7, 2, 1, dilation=3) == 4
    assert valid_output(4, 3, 1, dilation=2) == 0
    assert [type(value) for value in (*same_padding(9, 4, 2), valid_output(9, 4, 2))] == [int] * 4
