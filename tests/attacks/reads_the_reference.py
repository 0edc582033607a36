# wrong answer
# Runs the reference from the bank.
# needs: landlock
import runpy

try:
    scale = runpy.run_path("@BANK@/graders/basics/scale/reference_numpy.py")["scale"]
except OSError:
    def scale(x, k):
        return x * 0
