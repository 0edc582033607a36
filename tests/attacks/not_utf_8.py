# refused
# Latin-1 that says it is.
# door: command
# coding: latin-1
def scale(x, k):
    return 'éÿ'
