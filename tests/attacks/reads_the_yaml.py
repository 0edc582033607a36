# wrong answer
# Reads the problem's file, the cases and drill itself, wherever they are.
# needs: landlock
import glob
import os
import sys

found = []
for root in ("@BANK@", "@DRILL@", os.path.dirname("@DRILL@"), *sys.path, os.path.expanduser("~"), "/root", "/home"):
    for pattern in ("problems/*/*.yaml", "graders/*/*/*.py", "_bank/problems/*/*.yaml", "drill/_bank/*/*/*", "drill/*.py", "*.py"):
        for path in glob.glob(os.path.join(root, pattern)):
            try:
                if "drill" in path or "scale" in path:
                    found.append(open(path).read())
            except OSError:
                pass


def scale(x, k):
    return x * k if found else x * 0
