# output limit exceeded
# Prints without end before there is anything to call.
while True:
    print("x" * 10_000)
