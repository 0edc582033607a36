# wrong answer
# Characters that make the source look like another.
def scale(x, k):
    # ‮⁦ k * x nruter⁩
    return x
