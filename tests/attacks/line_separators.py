# run-time error
# Line ends that Python does not know, and some that it knows: where is the error?
TEXT = "\u2028"  #   
def scale(x, k):    raise ValueError(TEXT)
