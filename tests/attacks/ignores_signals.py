# time limit exceeded
# Blocks every signal that can be blocked, then never ends.
# problem: hurry
import signal

for number in signal.valid_signals() - {signal.SIGKILL, signal.SIGSTOP}:
    try:
        signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError):
        pass
signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())


def scale(x, k):
    while True:
        pass
