# rule violation
# the library's own fusion
from torch.nn.utils.fusion import fuse_conv_bn_weights


def fold_bn(w, b, gamma, beta, mean, var, eps=1e-5):
    return fuse_conv_bn_weights(w, b, mean, var, eps, gamma, beta)
