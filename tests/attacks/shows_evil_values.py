# wrong answer
# Returned strings, keys and type names that drive the terminal.
# door: command
EVIL = "\x1b[2J\x9b31m\r\ud800"


def scale(x, k):
    return {EVIL: EVIL, "x": [EVIL, type(EVIL[:9], (), {})()]}
