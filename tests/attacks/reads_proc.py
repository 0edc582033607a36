# wrong answer
# Looks into /proc, of itself and of every process, and into their pipes.
# needs: landlock seccomp
import glob
import os

found = glob.glob("/proc/1*")
names = ("mem", "environ", "cmdline", "maps", "root/etc/passwd", "exe")
paths = [f"/proc/{pid}/{name}" for pid in ("self", "thread-self", 1, os.getppid(), @HOST@) for name in names]
paths += [f"/proc/{pid}/fd/{fd}" for pid in (1, os.getppid(), os.getpid() - 1, @HOST@) for fd in range(10)]
for path in paths:
    for flags in (os.O_RDONLY, os.O_WRONLY):
        try:
            found.append(os.open(path, flags | os.O_NONBLOCK))
        except OSError:
            pass


def scale(x, k):
    return x * k if found else x * 0
