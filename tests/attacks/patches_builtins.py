# wrong answer | run-time error | compile error
# isinstance, type, len, all, abs and max are no longer what they were.
import builtins

for name in ("isinstance", "issubclass", "all", "any", "callable"):
    setattr(builtins, name, lambda *_: True)
for name in ("len", "abs", "max", "sum", "hash"):
    setattr(builtins, name, lambda *_, **__: 0)


def scale(x, k):
    return x * 0
