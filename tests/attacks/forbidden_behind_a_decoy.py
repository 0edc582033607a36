# rule violation
# A forbidden method, beside an attribute of the same name of the file's own.
# problem: running-sum
class Decoy:
    cumsum = None


def running_sum(x):
    if not len(x):
        raise ValueError
    return x.cumsum()
