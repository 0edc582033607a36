# wrong answer
# means where sums are asked
import math


def prior_bias(pi):
    if not 0 < pi < 1:
        raise ValueError("pi")
    return math.log(pi / (1 - pi))


def initial_loss(kind, num_classes, margin=1.0):
    if kind == "softmax":
        return math.log(num_classes)
    if kind == "svm":
        return margin * (num_classes - 1)
    if kind == "bce":
        return math.log(2)
    raise ValueError(kind)


def initial_focal_setup(num_anchors, num_pos, pi):
    if not 0 < pi < 1:
        raise ValueError("pi")
    return -num_pos * math.log(pi), -(num_anchors - num_pos) * math.log1p(-pi)
