# run-time error
# An exception whose class, message and function drive the terminal.
# door: command
EVIL = "\x1b[2J\x9b31m\r\ud800"


def scale(x, k):
    raise type(EVIL.rstrip("\ud800"), (Exception,), {})(EVIL)
