# compile error | time limit exceeded | memory limit exceeded | wrong answer
# A constant that takes long to compile.
# problem: hurry
NUMBER = ((7**999**2) ** 9**7) if False else 0
TEXT = ("x" * 4000) * 4000 * 4000 if False else ""


def scale(x, k):
    return x * NUMBER
