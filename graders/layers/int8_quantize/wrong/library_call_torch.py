# rule violation
import torch


def quant_params(x, axis=None, symmetric=True):
    raise NotImplementedError


def quantize(x, scale, zero_point, axis=None):
    if axis is None:
        return torch.quantize_per_tensor(x, scale, zero_point, torch.qint8).int_repr()
    return torch.quantize_per_channel(x, scale, zero_point, axis, torch.qint8).int_repr()


def dequantize(q, scale, zero_point, axis=None):
    raise NotImplementedError


def int8_matmul(qx, qw, sx, zx, sw):
    raise NotImplementedError
