# wrong answer
# Kills the process that watches it, its group and everybody.
# needs: seccomp
import os
import signal


def scale(x, k):
    for pid in (os.getppid(), @HOST@, 0, -1, -os.getppid(), -@HOST@):
        for function in (os.kill, os.killpg):
            try:
                function(pid, signal.SIGKILL)
            except OSError:
                pass
    return x
