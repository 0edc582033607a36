# rule violation
# inherits the library's own module
import torch


class MyBatchNorm(torch.nn.BatchNorm1d):
    pass
