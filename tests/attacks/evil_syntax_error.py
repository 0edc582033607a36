# compile error
# The line of a syntax error drives the terminal.
# door: command
def scale(x, k):
    return "[2J31m ]
