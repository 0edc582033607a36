# wrong answer | run-time error
# Raises in code that is in no file, where the case asks for an exception.
# problem: running-sum
def running_sum(x):
    return exec("raise ValueError('x')")
