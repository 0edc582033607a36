# run-time error
# Line ends that Python does not know, and some that it knows.
TEXT = "\u2028"  #   
def scale(x, k):    raise ValueError(TEXT)
