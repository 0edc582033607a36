# time limit exceeded
# Cannot be stopped by any exception.
# problem: hurry
def scale(x, k):
    while True:
        try:
            while True:
                pass
        except BaseException:
            pass
        finally:
            continue
