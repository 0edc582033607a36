# time limit exceeded
# A regular expression that takes for ever and holds the interpreter.
# problem: hurry
import re


def scale(x, k):
    re.match(r"(a|a)*$", "a" * 60 + "b")
    return x * k
