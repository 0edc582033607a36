# wrong answer
# Names that Python folds into others.
def ｓｃａｌｅ(x, k):
    return x
