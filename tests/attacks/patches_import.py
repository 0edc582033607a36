# run-time error | wrong answer
# Importing anything from now on runs its code.
import builtins
import sys

builtins.__import__ = lambda *_, **__: sys.modules["submission"]
sys.modules.clear()
sys.meta_path[:] = sys.path_hooks[:] = []


def scale(x, k):
    return x * 0
