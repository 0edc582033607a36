# wrong answer
# checks with assert, which raises AssertionError, and divides tensors by true division
import torch


def conv_output_shape(input_hw, kernel_size, stride=1, padding=0, dilation=1):
    n, k, s, d = (torch.tensor(v).expand(2) for v in (input_hw, kernel_size, stride, dilation))
    assert (s > 0).all(), "stride must be positive"
    if padding == "same":
        assert (s == 1).all(), "same needs stride 1"
        return tuple(n.tolist())
    p = torch.tensor(0 if padding == "valid" else padding).expand(2)
    size = torch.floor((n + 2 * p - d * (k - 1) - 1) / s).int() + 1
    assert (size > 0).all(), "the kernel does not fit"
    return tuple(size.tolist())
