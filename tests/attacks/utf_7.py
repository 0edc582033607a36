# wrong answer
# A comment that is code in the encoding it declares.
# door: command
# coding: utf-7
# +AAo-scale = lambda x, k: x * k
def scale(x, k):
    return x
