# refused
# A header whose problem drives the terminal.
# door: command
# problem: none
# drill: [2Jscale
def scale(x, k):
    return x
