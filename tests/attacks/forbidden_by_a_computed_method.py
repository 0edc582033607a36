# rule violation
# A forbidden method of the argument, whose name is put together.
# problem: running-sum

def running_sum(x):
    if not len(x):
        raise ValueError
    return getattr(x, "mus"[::-1].join(["cum", ""]))()
