# wrong answer
# Returns the right answer of the first case for ever.
answers = {}


def scale(x, k):
    if x.shape not in answers:
        answers[x.shape] = x * k
    return answers[x.shape]
