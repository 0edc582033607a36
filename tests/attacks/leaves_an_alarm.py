# accepted
# Timers that would go off in a later case.
import signal


def scale(x, k):
    signal.alarm(1)
    signal.setitimer(signal.ITIMER_REAL, 0.02)
    signal.setitimer(signal.ITIMER_VIRTUAL, 0.02)
    signal.setitimer(signal.ITIMER_PROF, 0.02)
    return x * k
