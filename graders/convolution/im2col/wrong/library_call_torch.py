# rule violation
# the library's own pair
import torch


def im2col(x, kernel_size, stride=1, padding=0, dilation=1):
    return torch.nn.Unfold(kernel_size, dilation, padding, stride)(x)


def col2im(cols, output_size, kernel_size, stride=1, padding=0, dilation=1):
    return torch.nn.functional.fold(cols, output_size, kernel_size, dilation, padding, stride)
