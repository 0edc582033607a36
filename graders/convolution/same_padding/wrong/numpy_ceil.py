# wrong answer
# np.ceil gives floats, and everything after it too
import numpy as np


def same_padding(size, kernel, stride, dilation=1):
    out = np.ceil(size / stride)
    total = np.maximum((out - 1) * stride + (kernel - 1) * dilation + 1 - size, 0)
    return total // 2, total - total // 2, out


def valid_output(size, kernel, stride, dilation=1):
    return np.maximum(np.floor((size - (kernel - 1) * dilation - 1) / stride) + 1, 0)
