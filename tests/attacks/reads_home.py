# wrong answer
# Reads the learner's files, password files and the machine's secrets.
# needs: landlock
import os

found = []
for path in ("@OUTSIDE@/file.txt", "@OUTSIDE@/link", "/etc/passwd", "/etc/shadow", "/etc/hostname", "/var/log", "@OUTSIDE@", "/root", "/home", "/tmp", "/"):
    try:
        found.append(os.listdir(path) if os.path.isdir(path) else open(path).read())
    except OSError:
        pass


def scale(x, k):
    return x * k if found else x * 0
