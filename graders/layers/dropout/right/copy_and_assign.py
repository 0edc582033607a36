"""A copy, in which the dropped places are set to zero."""


def dropout_forward(x, p, u, training):
    if p < 0 or p > 1:
        raise ValueError("p must lie in [0, 1]")
    if not training:
        return x.copy(), None
    dropped = u < p
    return _drop(x, dropped, p), (dropped, p)


def dropout_backward(dout, cache):
    return dout.copy() if cache is None else _drop(dout, *cache)


def _drop(a, dropped, p):
    a = a.copy()
    a[dropped] = 0.0
    return a / (1 - p) if p < 1 else a
