# wrong answer
# Reads the reference by descriptors, links, /proc, mmap, sendfile and O_PATH.
# needs: landlock seccomp
import ctypes
import mmap
import os

path = b"@BANK@/graders/basics/scale/reference_numpy.py"
libc = ctypes.CDLL(None, use_errno=True)
found = []


def attempt(function):
    try:
        found.append(function())
    except (OSError, ValueError):
        pass


def reopened():
    fd = os.open(path, os.O_PATH)
    return open(f"/proc/self/fd/{fd}").read() or os.read(fd, 100)


def copied():
    fd = os.open(path, os.O_RDWR)
    return mmap.mmap(fd, 0)


def by_handle():
    if libc.syscall(303, -100, path, 0, 0, 0) == 0:
        return True
    raise OSError


def linked():
    os.symlink(path, "link")
    return open("link").read()


def hard():
    os.link(path, "hard")
    return open("hard").read()


def renamed():
    os.rename(path, "mine")
    return open("mine").read()


def climbed():
    for n in range(1, 10):
        try:
            return open("../" * n + path.decode()[1:]).read()
        except OSError:
            pass
    raise OSError


def rooted():
    return open(f"/proc/self/root{path.decode()}").read()


def chrooted():
    if libc.chroot(b"@BANK@") == 0:
        return True
    raise OSError


for function in (reopened, copied, by_handle, linked, hard, renamed, climbed, rooted, chrooted):
    attempt(function)


def scale(x, k):
    return x * k if found else x * 0
