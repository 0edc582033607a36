# time limit exceeded
# An endless loop before there is anything to call.
# problem: hurry
while True:
    pass
