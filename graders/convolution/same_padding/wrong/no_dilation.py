# wrong answer
# dilation is taken and not used
def same_padding(size, kernel, stride, dilation=1):
    out = (size + stride - 1) // stride
    total = max((out - 1) * stride + kernel - size, 0)
    return total // 2, (total + 1) // 2, out


def valid_output(size, kernel, stride, dilation=1):
    return max(0, (size - kernel) // stride + 1)
