# wrong answer
# pads as for stride 1, whatever the stride
def same_padding(size, kernel, stride, dilation=1):
    total = dilation * (kernel - 1)
    left = total // 2
    right = total - left
    out = (size + total - dilation * (kernel - 1) - 1) // stride + 1
    return left, right, out


def valid_output(size, kernel, stride, dilation=1):
    return max((size - dilation * (kernel - 1) - 1) // stride + 1, 0)
