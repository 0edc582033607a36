# rule violation | wrong answer
# The same by way of the import system's own machinery.
# needs: landlock
import importlib.util
import sys

sys.path.insert(0, "@OUTSIDE@/inner")
try:
    spec = importlib.util.spec_from_file_location("helper", "@OUTSIDE@/inner/helper.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    scale = module.solve
except OSError:
    def scale(x, k):
        return x
