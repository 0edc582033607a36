# run-time error | time limit exceeded
# A traceback that goes on for ever.
# problem: hurry
class Trace:
    tb_frame = property(lambda self: self)
    f_code = property(lambda self: self)
    co_filename = "solution.py"
    co_name = "x" * 1000
    f_locals = {}
    tb_lineno = 1
    tb_next = property(lambda self: self)


class Error(Exception):
    __traceback__ = property(lambda self: Trace())


def scale(x, k):
    raise Error
