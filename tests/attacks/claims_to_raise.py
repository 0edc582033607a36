# run-time error
# Always raises what one of the cases asks for.
# problem: running-sum
def running_sum(x):
    raise ValueError
