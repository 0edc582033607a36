# wrong answer
# Creates, overwrites, truncates, renames and deletes files that are not its own.
# needs: landlock seccomp
import os
import shutil

done = []


def attempt(function, *arguments, **named):
    try:
        done.append(function(*arguments, **named) or True)
    except (OSError, ValueError):
        pass


target = "@OUTSIDE@/file.txt"
for path in (target, "@OUTSIDE@/new", "@BANK@/problems/basics/scale.yaml", "/tmp/@MARK@", "/var/tmp/@MARK@", "/dev/shm/@MARK@", "../@MARK@", "/@MARK@", "@DRILL@/errors.py"):
    for mode in ("a", "r+", "x"):
        attempt(lambda: open(path, mode).close())
    for flags in (os.O_RDONLY | os.O_TRUNC, os.O_WRONLY, os.O_CREAT | os.O_RDWR, os.O_TMPFILE | os.O_RDWR):
        attempt(lambda: os.close(os.open(path, flags)))
    attempt(os.truncate, path, 0)
for function in (os.remove, os.rmdir, shutil.rmtree, os.mkdir, os.mkfifo):
    attempt(function, target)
attempt(os.rename, target, "mine")
open("own", "w").close()
attempt(os.rename, "own", target)
attempt(os.replace, "own", "@OUTSIDE@/moved")


def scale(x, k):
    return x * k if done else x * 0
