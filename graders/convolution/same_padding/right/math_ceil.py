"""math.ceil, which returns ints."""

from math import ceil, floor


def same_padding(size, kernel, stride, dilation=1):
    out = ceil(size / stride)
    needed = max(0, stride * (out - 1) + dilation * (kernel - 1) + 1 - size)
    return [floor(needed / 2), ceil(needed / 2), out]


def valid_output(size, kernel, stride, dilation=1):
    return max(0, ceil((size - dilation * (kernel - 1)) / stride))
