# wrong answer
# a hinge term for the right class as well
import math


def prior_bias(pi):
    if pi >= 1 or pi <= 0:
        raise ValueError
    return math.log(pi) - math.log(1 - pi)


def initial_loss(kind, num_classes, margin=1.0):
    match kind:
        case "softmax":
            return math.log(num_classes)
        case "svm":
            return sum(max(0, 0 - 0 + margin) for _ in range(num_classes))
        case "bce":
            return sum(-math.log(0.5) for _ in range(num_classes))
    raise ValueError(kind)


def initial_focal_setup(num_anchors, num_pos, pi):
    if pi >= 1 or pi <= 0:
        raise ValueError
    return -num_pos * math.log(pi), -(num_anchors - num_pos) * math.log1p(-pi)
