# output limit exceeded
# Nested a hundred thousand deep.
def scale(x, k):
    answer = []
    for _ in range(100_000):
        answer = [answer]
    return answer
