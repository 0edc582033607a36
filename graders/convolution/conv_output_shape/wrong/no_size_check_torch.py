# wrong answer
import torch


def conv_output_shape(input_hw, kernel_size, stride=1, padding=0, dilation=1):
    if isinstance(input_hw, int):
        input_hw = (input_hw, input_hw)
    if isinstance(kernel_size, int):
        kernel_size = (kernel_size, kernel_size)
    if isinstance(stride, int):
        stride = (stride, stride)
    if isinstance(dilation, int):
        dilation = (dilation, dilation)
    if stride[0] < 1 or stride[1] < 1:
        raise ValueError("stride must be >= 1")
    if padding == "same":
        if stride != (1, 1):
            raise ValueError("same padding requires stride 1")
        return input_hw
    if padding == "valid":
        padding = 0
    if isinstance(padding, int):
        padding = (padding, padding)
    return tuple(
        (n + 2 * p - d * (k - 1) - 1) // s + 1
        for n, k, s, p, d in zip(input_hw, kernel_size, stride, padding, dilation)
    )
