# wrong answer
# VALID rounds up as well
import math


def same_padding(size, kernel, stride, dilation=1):
    if size % stride == 0:
        total = max(dilation * (kernel - 1) + 1 - stride, 0)
    else:
        total = max(dilation * (kernel - 1) + 1 - size % stride, 0)
    return total // 2, total - total // 2, math.ceil(size / stride)


def valid_output(size, kernel, stride, dilation=1):
    return max(math.ceil((size - dilation * (kernel - 1) - 1) / stride) + 1, 0)
