# rule violation
# A forbidden method taken by a pattern, which has no dot and no name of it as text.
# problem: running-sum

def running_sum(x):
    if not len(x):
        raise ValueError
    match x:
        case object(cumsum=total):
            return total()
