"""The source check: what it refuses, and, as much, what it leaves alone."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import cast

import pytest

from drill.bank.schema import Problem
from drill.grading.rules import Violation, violations
from drill.runner.names import forbidden, operations


@dataclass(frozen=True)
class Rules:
    """As much of a problem as the check reads."""

    forbid: tuple[str, ...] = (
        "torch.nn.functional.softmax",
        "torch.nn.functional.conv2d",
        "torch.nn.LSTM",
        "aten.native_batch_norm",
        "torch.distributions",
        "numpy.sort",
        "numpy.matmul",
    )
    allow: tuple[str, ...] = ()


def check(source: str, rules: Rules | None = None, framework: str = "torch") -> tuple[Violation, ...]:
    return violations(source, cast(Problem, rules or Rules()), framework)


REFUSED = {
    "another home": "import torch\ny = torch.softmax(x, -1)",
    "a third home": "import torch\ny = torch.special.softmax(x, -1)",
    "alias of the module": "import torch.nn.functional as F\ny = F.softmax(x, -1)",
    "alias of the function": "from torch.nn.functional import softmax as innocent",
    "star": "from torch.nn.functional import *\ny = softmax(x, -1)",
    "method": "import torch\ndef f(x):\n    return x.softmax(-1)",
    "method of the class": "import torch\ny = torch.Tensor.softmax(x, -1)",
    "method on a parameter of that type": "import torch\ndef f(x: torch.Tensor):\n    return x.softmax(-1)",
    "module class": "import torch\nlayer = torch.nn.Softmax(dim=-1)",
    "aten": "import torch\ny = torch.ops.aten._softmax.default(x, -1, False)",
    "private": "import torch\ny = torch._softmax(x, -1, False)",
    "private binding": "import torch\ny = torch._C._nn.conv2d",
    "general convolution": "import torch\ny = torch.convolution(x, w)",
    "functional form of a class": "import torch\ny = torch.lstm(x)",
    "class from its module": "from torch.nn.modules.rnn import LSTM",
    "subclass": "import torch\nclass Mine(torch.nn.LSTM):\n    pass",
    "assigned module": "import torch\nf = torch.nn.functional\ny = f.conv2d(x, w)",
    "assigned twice": "import torch\nf = torch\ng = f.nn.functional\ny = g.conv2d(x, w)",
    "unpacked": "import torch\na, b = 1, torch.nn.functional\ny = b.conv2d(x, w)",
    "walrus": "import torch\ny = (g := torch.nn.functional).conv2d(x, w)",
    "loop variable": "import torch\nfor m in [torch.nn.functional]:\n    m.conv2d(x, w)",
    "comprehension": "import torch\n[m.conv2d(x, w) for m in (torch.nn.functional,)]",
    "container": "import torch\nd = {'f': torch.nn.functional}\ny = d['f'].conv2d(x, w)",
    "default argument": "import torch\ndef f(x, g=torch.nn.functional):\n    return g.conv2d(x)",
    "class attribute": "import torch\nclass A:\n    f = torch\n"
    "    def g(self, x):\n        return self.f.softmax(x, -1)",
    "conditional": "import torch\ny = (torch if x else None).softmax(x, -1)",
    "import inside": "def f(x):\n    import torch as t\n    return t.softmax(x, -1)",
    "getattr": "import torch\ny = getattr(torch, 'softmax')(x, -1)",
    "getattr of a sum": "import torch\ny = getattr(torch, 'soft' + 'max')(x, -1)",
    "getattr of a name": "import torch\nn = 'softmax'\ny = getattr(torch, n)(x, -1)",
    "getattr of a join": "import torch\ny = getattr(torch, ''.join(['soft', 'max']))(x, -1)",
    "getattr of an f-string": "import torch\nm = 'max'\ny = getattr(torch, f'soft{m}')(x, -1)",
    "getattr, computed": "import torch\ny = getattr(torch, chr(115) + 'oftmax')(x, -1)",
    "getattribute": "import torch\ny = x.__getattribute__('softmax')(-1)",
    "object getattribute": "import torch\ny = object.__getattribute__(x, 'softmax')(-1)",
    "dict of the module": "import torch\ny = torch.__dict__['softmax'](x, -1)",
    "vars": "import torch\ny = vars(torch)['softmax'](x, -1)",
    "vars, computed": "import torch\ny = vars(torch)[name](x, -1)",
    "sys.modules": "import sys, torch\ny = sys.modules['torch'].softmax(x, -1)",
    "import_module": "import importlib\ny = importlib.import_module('torch.nn.functional').softmax(x, -1)",
    "import_module, computed": "import importlib\nm = importlib.import_module(name)",
    "dunder import": "y = __import__('torch').softmax(x, -1)",
    "attrgetter": "import operator, torch\ny = operator.attrgetter('nn.functional.conv2d')(torch)(x, w)",
    "methodcaller": "import torch\nfrom operator import methodcaller as m\ny = m('softmax', -1)(x)",
    "methodcaller, computed": "import operator, torch\ny = operator.methodcaller(chr(115) + 'oftmax')(x)",
    "attrgetter, computed": "from operator import attrgetter\ny = attrgetter(name)(module)",
    "getattr on an array, computed": "import torch\ny = torch.exp(x)\nz = getattr(y, chr(9) + 'max')(-1)",
    "static getattr": "import inspect, torch\ny = inspect.getattr_static(torch, 'softmax')(x, -1)",
    "getattr under two names": "import torch\ng = getattr if x else None\ny = g(torch, 'softmax')(x, -1)",
    "get of the module's dict": "import torch\ny = torch.__dict__.get('softmax')(x, -1)",
    "item of vars": "import torch\ny = vars(torch).__getitem__('softmax')(x, -1)",
    "class pattern": "import torch\nmatch x:\n    case object(softmax=g):\n        g(-1)",
    "nested class pattern": "import torch\nmatch t:\n    case A(b=object(softmax=g)):\n        pass",
    "mapping pattern": "import torch\nmatch vars(torch):\n    case {'softmax': g}:\n        pass",
    "exec": "exec('import torch; y = torch.softmax(x, -1)')",
    "eval": "import torch\ny = eval('torch.softmax(x, -1)')",
    "exec, computed": "exec(code)",
    "batch norm": "import torch\ny = torch.batch_norm(x)",
    "batch norm module": "import torch\ny = torch.nn.BatchNorm2d(3)",
    "cudnn": "import torch\ny = torch.cudnn_batch_norm(x)",
    "whole module": "from torch.distributions import Normal",
    "whole module by attribute": "import torch\nd = torch.distributions.Normal(0, 1)",
    "numpy": "import numpy as np\ny = np.sort(x)",
    "numpy method": "import numpy as np\ny = np.exp(x)\ny.sort()",
    "operator of matmul": "import numpy as np\ny = x @ w",
    "augmented matmul": "import numpy as np\nx @= w",
    "matmul of operator": "import operator\ny = operator.matmul(x, w)",
    "decoy class": "import torch\nclass A:\n    def softmax(self): ...\ny = torch.exp(x).softmax(-1)",
    "package": "import scipy.special",
    "package in a try": "try:\n    import torchvision\nexcept ImportError:\n    pass",
    "sibling": "from . import helper",
    "this program": "import drill.runner",
}

ALLOWED = {
    "own function": "def softmax(x):\n    return x\ny = softmax(3)",
    "own variable": "conv2d = 3\nsoftmax = conv2d + 1\nprint(softmax)",
    "own method": "class L:\n    def softmax(self, x): ...\n"
    "    def f(self, x):\n        return self.softmax(x)\nlayer = L()\nlayer.softmax(3)",
    "own method through a list": "import torch\nclass L:\n    def softmax(self, x): ...\n"
    "def f(layers, x):\n    for layer in layers:\n        x = layer.softmax(x)\n    return x",
    "own attribute": "import torch\nclass C(torch.nn.Module):\n    def __init__(self):\n"
    "        self.conv2d = torch.nn.Parameter(torch.zeros(2))\n    def forward(self, x):\n"
    "        return self.conv2d * x",
    "field of a named tuple": "from collections import namedtuple\nC = namedtuple('C', 'softmax x')\n"
    "def back(cache):\n    return cache.softmax",
    "field of a dataclass": "from dataclasses import dataclass\n@dataclass\nclass C:\n    softmax: float\n"
    "def back(cache):\n    return cache.softmax",
    "list.sort": "xs = [3, 1]\nxs.sort()",
    "sort of a parameter": "def f(xs):\n    xs.sort()",
    "near names": "import torch\ntorch.log_softmax(x, -1)\ntorch.nn.functional.conv1d(x)\n"
    "torch.nn.LSTMCell(3, 4)",
    "near numpy names": "import numpy as np\nnp.argsort(x)\nnp.lexsort(x)",
    "text and comments": "# torch.softmax(x)\ny = 'softmax'",
    "patterns on one's own": "match x:\n    case {'softmax': g}:\n        g\n    case A(w=1):\n        x",
    "one's own dict": "import torch\nvars(self).get(f'w{i}')\nself.__dict__['w']",
    "computed getattr on one's own": "import torch\ngetattr(self, f'w{i}')\nsetattr(self, 'softmax', 3)",
    "re.compile and model.eval": "import re\nre.compile('softmax')\nmodel.eval()",
    "standard library": "from __future__ import annotations\nimport math, collections, typing",
    "does not parse": "def f(:\n    torch.softmax",
    "null byte": "x = 1\0",
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name: str) -> None:
    assert check(REFUSED[name])


@pytest.mark.parametrize("name", ALLOWED)
def test_allowed(name: str) -> None:
    assert check(ALLOWED[name]) == ()


def test_a_violation_names_the_call_and_the_line() -> None:
    (found,) = check("import torch\n\ny = torch.softmax(x, -1)")
    assert found.line == 3
    assert found.call == "torch.softmax"
    assert found.canonical == "torch.nn.functional.softmax"
    assert found.says == (
        "Line 3: `torch.softmax` is torch.nn.functional.softmax, which this problem forbids."
    )


def test_every_violation_is_named_in_order_of_lines() -> None:
    found = check("import torch\ntorch.nn.LSTM\ntorch.softmax\nimport scipy")
    assert [each.line for each in found] == [2, 3, 4]


def test_a_package_can_be_allowed() -> None:
    assert check("import scipy.special", Rules(allow=("scipy",))) == ()


def test_torch_names_do_not_bind_a_numpy_file_that_never_mentions_torch() -> None:
    source = "def f(cache):\n    return cache.softmax"
    assert check(source, framework="numpy") == ()
    assert check(source, framework="torch")


def test_tensor_grad_is_not_autograd_grad() -> None:
    rules = Rules(forbid=("torch.autograd.grad", "torch.nn.functional.unfold"))
    assert check("import torch\ny = p.grad\nz = p.unfold(0, 3, 1)", rules) == ()
    assert check("import torch\ny = torch.func.grad(f)", rules)
    assert check("import torch\ny = torch.nn.Unfold(3)", rules)


def test_a_forbidden_method_that_the_learner_also_defines_is_theirs() -> None:
    rules = Rules(forbid=("torch.Tensor.backward",))
    own = (
        "import torch\nclass L:\n    def backward(self, d): ...\ndef f(layers, d):\n    layers[0].backward(d)"
    )
    assert check(own, rules) == ()
    assert check("import torch\ndef f(loss):\n    loss.backward()", rules)


@pytest.mark.parametrize(
    "source",
    [
        "x = " + "(" * 150 + "1" + ")" * 150,
        "x = 1" + " + 1" * 2000,
        "x = " + "-" * 5000 + "1",
        "a = a + a\nimport torch\ngetattr(torch, a)",
        "b = 'x'\n" + "\n".join(f"b{i} = b{i - 1} + b{i - 1}" for i in range(1, 60)),
        "x = y\n" + "x = x * 2 + x\n" * 2000,
        "x" + ".a" * 3000,
    ],
    ids=["brackets", "sum", "signs", "cycle", "doubling", "rebinding", "chain"],
)
def test_hostile_sources_end(source: str) -> None:
    with contextlib.suppress(RecursionError, MemoryError):  # the judge turns these into a compile error
        check(source)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("BatchNorm1d", "native_batch_norm"),
        ("cross_entropy", "CrossEntropyLoss"),
        ("BCEWithLogitsLoss", "binary_cross_entropy_with_logits"),
        ("multi_head_attention_forward", "MultiheadAttention"),
        ("max_pool2d_with_indices", "MaxPool2d"),
        ("expit", "sigmoid"),
        ("relu_", "ReLU"),
    ],
)
def test_spellings_of_one_operation(one: str, other: str) -> None:
    assert operations(one) & operations(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("conv1d", "Conv2d"), ("softmax", "log_softmax"), ("dropout", "Dropout2d"), ("LSTM", "LSTMCell")],
)
def test_spellings_of_different_operations(one: str, other: str) -> None:
    assert not operations(one) & operations(other)


def test_a_forbidden_class_bans_its_function_and_a_module_only_itself() -> None:
    assert forbidden("torch.nn.BatchNorm1d").bans("torch.nn.functional.batch_norm")
    assert not forbidden("torch.nn.grad").bans("torch.autograd.grad")
    assert forbidden("torch.nn.grad").bans("torch.nn.grad.conv2d_input")
