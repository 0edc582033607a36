# wrong answer
# the odd cell goes in front, as in Caffe
import math


def same_padding(size, kernel, stride, dilation=1):
    out = math.ceil(size / stride)
    span = dilation * (kernel - 1) + 1
    total = max((out - 1) * stride + span - size, 0)
    end = total // 2
    return total - end, end, out


def valid_output(size, kernel, stride, dilation=1):
    span = dilation * (kernel - 1) + 1
    if span > size:
        return 0
    return (size - span) // stride + 1
