# wrong answer
# log(1 - pi), which has few digits for a tiny pi
import math


def _valid(pi):
    if not 0.0 < pi < 1.0:
        raise ValueError("bad prior")


def prior_bias(pi):
    _valid(pi)
    return math.log(pi / (1 - pi))


def initial_loss(kind, num_classes, margin=1.0):
    if kind == "softmax":
        return math.log(num_classes)
    elif kind == "svm":
        return (num_classes - 1) * margin
    elif kind == "bce":
        return math.log(2) * num_classes
    else:
        raise ValueError(kind)


def initial_focal_setup(num_anchors, num_pos, pi):
    _valid(pi)
    num_neg = num_anchors - num_pos
    return -math.log(pi) * num_pos, -math.log(1 - pi) * num_neg
