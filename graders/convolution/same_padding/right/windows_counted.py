"""Lists the windows and looks how far they reach."""


def same_padding(size, kernel, stride, dilation=1):
    starts = list(range(0, size, stride))
    reach = starts[-1] + (kernel - 1) * dilation
    missing = 0
    while reach - missing >= size:
        missing += 1
    before = 0
    while 2 * (before + 1) <= missing:
        before += 1
    return before, missing - before, len(starts)


def valid_output(size, kernel, stride, dilation=1):
    return sum(start + (kernel - 1) * dilation < size for start in range(0, size, stride))
