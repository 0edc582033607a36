# wrong answer
# (k - 1) // 2 on both sides, as one pads in PyTorch


def same_padding(size, kernel, stride, dilation=1):
    p = dilation * (kernel - 1) // 2
    return p, p, -(-size // stride)


def valid_output(size, kernel, stride, dilation=1):
    reach = dilation * (kernel - 1) + 1
    return max((size - reach) // stride + 1, 0)
