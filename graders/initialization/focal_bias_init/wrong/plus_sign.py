# wrong answer
# the paper's formula without its minus
import math


def prior_bias(pi):
    assert pi is not None
    if pi <= 0 or pi >= 1:
        raise ValueError("pi out of range")
    return math.log((1 - pi) / pi)


def initial_loss(kind, num_classes, margin=1.0):
    if kind == "softmax":
        return math.log(num_classes)
    if kind == "svm":
        return (num_classes - 1) * float(margin)
    if kind == "bce":
        return num_classes * math.log(2)
    raise ValueError("unknown loss")


def initial_focal_setup(num_anchors, num_pos, pi):
    if pi <= 0 or pi >= 1:
        raise ValueError("pi out of range")
    return -num_pos * math.log(pi), -(num_anchors - num_pos) * math.log1p(-pi)
