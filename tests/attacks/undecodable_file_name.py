# run-time error
# A file whose name is no text.
# door: command
# name: a\udcff\udc80.py
def scale(x, k):
    raise ValueError
