"""The losses themselves, evaluated on equal scores; softplus of the bias for the anchors."""

import numpy as np


def prior_bias(pi):
    if not (pi > 0 and pi < 1):
        raise ValueError("a probability inside (0, 1), please")
    return 2 * np.arctanh(2 * pi - 1) if 0.1 < pi < 0.9 else np.log(pi) - np.log1p(-pi)


def initial_loss(kind, num_classes, margin=1.0):
    scores, label = np.zeros(num_classes), 0
    if kind == "softmax":
        return np.log(np.exp(scores).sum()) - scores[label]
    if kind == "svm":
        terms = np.maximum(0, scores - scores[label] + margin)
        return np.delete(terms, label).sum()
    if kind == "bce":
        return np.logaddexp(0, scores).sum() - scores[label]
    raise ValueError(kind)


def initial_focal_setup(num_anchors, num_pos, pi):
    b = prior_bias(pi)
    return num_pos * np.logaddexp(0, -b), (num_anchors - num_pos) * np.logaddexp(0, b)
