# run-time error | wrong answer
# Dumps its traceback onto the channel to the judge.
import faulthandler


def scale(x, k):
    faulthandler.dump_traceback(4)
    return x
