# run-time error
# A file whose name drives the terminal.
# door: command
# name: \x1b[2J\x07\nACCEPTED [bold]\x85.py
def scale(x, k):
    raise ValueError
