# run-time error
# Asks for the process to be ended a little later, with a dump of all threads.
import faulthandler
import time


def scale(x, k):
    faulthandler.dump_traceback_later(0.05, exit=True)
    time.sleep(0.5)
    return x * k
