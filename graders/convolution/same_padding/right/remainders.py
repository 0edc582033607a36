"""The two cases of TensorFlow's documentation, by the remainder."""


def same_padding(size, kernel, stride, dilation=1):
    effective = kernel + (kernel - 1) * (dilation - 1)
    remainder = size % stride or stride
    total = max(effective - remainder, 0)
    half, odd = divmod(total, 2)
    return half, half + odd, (size - remainder) // stride + 1


def valid_output(size, kernel, stride, dilation=1):
    effective = kernel + (kernel - 1) * (dilation - 1)
    return max(-((effective - 1 - size) // stride), 0)
