# rule violation
# A module that lies beside the file.
import helper


def scale(x, k):
    return helper.solve(x, k)
