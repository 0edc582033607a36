# wrong answer
# Undoes the sandbox by calling its own functions again.
# needs: landlock
import resource
import sys

frame = sys._getframe()
while frame is not None:
    sandbox = frame.f_globals.get("sandbox")
    if sandbox is not None:
        for attempt in (
            lambda: sandbox.limits.set_limits(1 << 20),
            lambda: sandbox.landlock.restrict(sandbox._libc(), ["/"], ["/dev"], ["/"]),
            lambda: sandbox.seccomp.install(sandbox._libc(), True),
            lambda: sandbox.confine("/", ["yaml"], "cuda", 1 << 20, []),
        ):
            try:
                attempt()
            except BaseException:
                pass
    frame = frame.f_back
try:
    resource.setrlimit(resource.RLIMIT_AS, (-1, -1))
except (OSError, ValueError):
    pass

STOLEN = ""
try:
    STOLEN = open("@OUTSIDE@/file.txt").read()
except OSError:
    pass


def scale(x, k):
    return x * k if STOLEN else x * 0
