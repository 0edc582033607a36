# wrong answer
# int() rounds a negative quotient up, so a kernel that does not fit has one window
def same_padding(size, kernel, stride, dilation=1):
    out = size // stride + (size % stride > 0)
    last = (out - 1) * stride + (kernel - 1) * dilation
    total = max(last + 1 - size, 0)
    start = total // 2
    return start, total - start, out


def valid_output(size, kernel, stride, dilation=1):
    return int((size - (kernel - 1) * dilation - 1) / stride) + 1
