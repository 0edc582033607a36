# wrong answer
# where the stride steps over cells, the padding is negative
import math


def same_padding(size, kernel, stride, dilation=1):
    out = math.ceil(size / stride)
    total = (out - 1) * stride + dilation * (kernel - 1) + 1 - size
    return total // 2, total - total // 2, out


def valid_output(size, kernel, stride, dilation=1):
    starts = range(0, size - dilation * (kernel - 1), stride)
    return len(starts)
