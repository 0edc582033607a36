# wrong answer
# Changes modes, owners, times and attributes of files it cannot open.
# needs: landlock seccomp
import os

done = []


def attempt(function, *arguments):
    try:
        function(*arguments)
        done.append(function)
    except OSError:
        pass


for path in ("@OUTSIDE@/file.txt", "@OUTSIDE@", "@BANK@", "@DRILL@/errors.py", "."):
    attempt(os.chmod, path, 0o777)
    attempt(os.chown, path, 0, 0)
    attempt(os.lchown, path, 0, 0)
    attempt(os.utime, path, (0, 0))
    attempt(os.setxattr, path, "user.mark", b"1")
    attempt(os.removexattr, path, "user.mark")
    attempt(lambda: os.fchmod(os.open(path, os.O_RDONLY), 0o777))


def scale(x, k):
    return x * k if done else x * 0
