# run-time error
# SystemExit is no Exception: a careless handler lets it through.
def scale(x, k):
    raise SystemExit
