# compile error | run-time error
# C++ compiled and loaded by torch.
# framework: torch
# needs: landlock seccomp
from torch.utils.cpp_extension import load_inline


def scale(x, k):
    source = "torch::Tensor f(torch::Tensor x) { std::system(\"touch /tmp/@MARK@\"); return x; }"
    return load_inline("evil", cpp_sources=[source], functions=["f"]).f(x)
