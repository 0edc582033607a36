# output limit exceeded
# A list that holds itself.
def scale(x, k):
    answer = [x]
    answer.append(answer)
    return answer
