"""Canonical names of operations: what else a forbidden name is called.

An author forbids one name, `torch.nn.functional.softmax`; torch offers the same operation as
`torch.softmax`, `torch.special.softmax`, `Tensor.softmax`, `torch.ops.aten._softmax` and
`torch.nn.Softmax`. Names are derived: inside one library, two names whose last word is the same once
spelling is removed (case, underscores, the prefixes and suffixes of backends, "Loss") are the same
operation. What spelling does not show stands in `_ALSO`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

# Forbidden as a whole, and no operation: `torch.nn.grad` must not ban `x.grad`.
MODULES = frozenset(
    {
        *("torch", "torch.nn", "torch.nn.functional", "torch.nn.init", "torch.nn.grad", "torch.nn.utils"),
        *("torch.nn.utils.rnn", "torch.nn.utils.fusion", "torch.nn.modules", "torch.autograd", "torch.func"),
        *("torch.distributions", "torch.optim", "torch.optim.lr_scheduler", "torch.optim.swa_utils"),
        *("torch.special", "torch.linalg", "torch.fft", "torch.utils", "torch.utils.data", "torch._VF"),
        *("torch.ao", "torch.ao.quantization", "torch.quantization", "torch.signal", "torch.sparse"),
        *("torch.ops", "torch.ops.aten", "torch._C", "torch.autograd.functional", "torch.nested"),
        *("numpy", "numpy.linalg", "numpy.fft", "numpy.random", "numpy.lib", "numpy.ma", "numpy.polynomial"),
    }
)

_PREFIX = re.compile(r"^(?:lazy|native|cudnn|miopen|mkldnn|thnn|slow|fused|safe)+(?=.)")
_SUFFIX = re.compile(r"(?:withindices|legit|functional|implindex|outofplace|loss|forward)$")
_ALSO: dict[str, tuple[str, ...]] = {
    "expit": ("sigmoid",),
    "batchnorm1d": ("batchnorm",),
    "batchnorm2d": ("batchnorm",),
    "batchnorm3d": ("batchnorm",),
    "syncbatchnorm": ("batchnorm",),
    "instancenorm1d": ("instancenorm",),
    "instancenorm2d": ("instancenorm",),
    "instancenorm3d": ("instancenorm",),
    "bce": ("binarycrossentropy",),
    "bcewithlogits": ("binarycrossentropywithlogits",),
    "convolution": ("conv1d", "conv2d", "conv3d", "convtranspose1d", "convtranspose2d", "convtranspose3d"),
    "convolutionoverrideable": ("conv1d", "conv2d", "conv3d"),
    "convdepthwise2d": ("conv2d",),
    "rnntanh": ("rnn",),
    "rnnrelu": ("rnn",),
    "rnntanhcell": ("rnncell",),
    "rnnrelucell": ("rnncell",),
    "softmax2d": ("softmax",),
    "im2col": ("unfold",),
    "col2im": ("fold",),
    "upsample": ("interpolate",),
    "scaleddotproductflashattention": ("scaleddotproductattention",),
    "scaleddotproductefficientattention": ("scaleddotproductattention",),
    "scaleddotproductattentionmath": ("scaleddotproductattention",),
    "mm": ("matmul",),
}

_NOT_A_METHOD = frozenset({"unfold", "grad"})  # Tensor.unfold and Tensor.grad are something else


@lru_cache(maxsize=4096)
def operations(word: str) -> frozenset[str]:
    """Spelling-free names of the operations that one word of a dotted name stands for."""
    bare = _bare(word)
    return frozenset({bare, *_ALSO.get(bare, ()), *_ALSO.get(_plain(word), ())})


@dataclass(frozen=True, slots=True)
class Forbidden:
    """One entry of a problem's `forbid`. `operation` is "" for modules and third-party packages."""

    canonical: str
    path: str  # dotted, from the library's root
    operation: str

    @property
    def library(self) -> str:
        return self.path.partition(".")[0]

    def bans(self, path: str) -> bool:
        """`path` is a full dotted name such as "torch.special.softmax"."""
        if path == self.path or path.startswith(self.path + "."):
            return True
        root, *words = path.split(".")
        return root == self.library and self.bans_any(words)

    def bans_method(self, word: str) -> bool:
        """`x.word` on an array is the operation."""
        alike = self.operation in _NOT_A_METHOD and not self.path.startswith("torch.Tensor.")
        return not alike and self.bans_any([word])

    def bans_any(self, words: list[str]) -> bool:
        """One of the words, seen as an attribute of this library's objects, is the operation."""
        return bool(self.operation) and any(self.operation in operations(word) for word in words)


def forbidden(canonical: str) -> Forbidden:
    """`aten.native_batch_norm` is short for `torch.ops.aten.native_batch_norm`."""
    path = f"torch.ops.{canonical}" if canonical.startswith("aten.") else canonical
    root, _, rest = path.partition(".")
    if root not in ("torch", "numpy") or path in MODULES:
        return Forbidden(canonical, path, "")
    bare = _bare(rest.rpartition(".")[2])
    also = _ALSO.get(bare, ())
    return Forbidden(canonical, path, also[0] if len(also) == 1 else bare)


def _bare(word: str) -> str:
    plain = _plain(word)
    return _SUFFIX.sub("", _PREFIX.sub("", plain)) or plain


def _plain(word: str) -> str:
    return word.strip("_").lower().replace("_", "")
