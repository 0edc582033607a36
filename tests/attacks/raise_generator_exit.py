# run-time error
# Nor GeneratorExit, which ends generators in silence.
def scale(x, k):
    raise GeneratorExit
