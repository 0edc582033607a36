# compile error
# No Python at all.
def scale(x, k:
