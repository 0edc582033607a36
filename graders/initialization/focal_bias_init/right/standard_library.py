"""The math module, the bias as minus the log of the inverse odds, losses from a dictionary."""

import math


def prior_bias(pi):
    if pi <= 0 or pi >= 1:
        raise ValueError(f"pi = {pi}")
    return -math.log((1 - pi) / pi)


def initial_loss(kind, num_classes, margin=1.0):
    losses = {
        "softmax": -math.log(1 / num_classes),
        "svm": margin * num_classes - margin,
        "bce": num_classes * math.log(2),
    }
    if kind not in losses:
        raise ValueError(f"unknown kind {kind}")
    return losses[kind]


def initial_focal_setup(num_anchors, num_pos, pi):
    if pi <= 0 or pi >= 1:
        raise ValueError(f"pi = {pi}")
    return num_pos * math.log(1 / pi), (num_anchors - num_pos) * -math.log1p(-pi)
