# wrong answer
# Drives the terminal: clears it, sets its title, asks it to type.
# door: command
import sys

EVIL = "\x1b[2J\x1b[H\x1b]0;owned\x07\x1b[6n\x9b31m\rACCEPTED\x08\x7f\x00\u202e"


def scale(x, k):
    print(EVIL)
    print(EVIL * 100, file=sys.stderr)
    sys.stdout.buffer.write(EVIL.encode("latin-1", "ignore"))
    return EVIL
