# refused
# A header that names a problem in another bank.
# door: command
# problem: none
# drill: ../../../graders/basics/scale
def scale(x, k):
    return x
