# run-time error
# Code that says it stands in lines that the file does not have, under a name full of control characters.
def fails(x):
    secret = x
    return secret / None


def scale(x, k):
    code = fails.__code__
    for line in (2**31 - 9, 0):
        code = code.replace(co_firstlineno=line, co_name="\x1b[31m" * 9, co_varnames=("\x1b[2J" * 99, "b")[: code.co_nlocals])
    return type(fails)(code, {})(x)
