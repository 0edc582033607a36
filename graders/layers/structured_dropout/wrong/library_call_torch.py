# rule violation
import torch.nn.functional as F


def channel_dropout(x, p, u):
    return F.dropout2d(x, p)


def dropconnect_linear(x, w, b, p, u):
    return F.linear(x, F.dropout(w, p), b)


def stochastic_depth(x, branch, p, u, training):
    return x + F.dropout(branch, p, training)
