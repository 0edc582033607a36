# wrong answer
# never looks at the range of pi
import numpy as np


def prior_bias(pi):
    return -np.log((1 - pi) / np.float64(pi))


def initial_loss(kind, num_classes, margin=1.0):
    if kind not in ("softmax", "svm", "bce"):
        raise ValueError("kind")
    if kind == "softmax":
        return -np.log(1.0 / num_classes)
    if kind == "svm":
        return margin * (num_classes - 1.0)
    return num_classes * np.log(2.0)


def initial_focal_setup(num_anchors, num_pos, pi):
    pos = num_pos * -np.log(pi)
    neg = (num_anchors - num_pos) * -np.log1p(-pi)
    return pos, neg
