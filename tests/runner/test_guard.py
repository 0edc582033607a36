"""The guard at run time: calls that the source check cannot see, each way to the same operation."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from drill.runner.client import Host, request
from tests.runner.conftest import JUDGE, Run, Settings, asked

CALLS = [{"x": [[4.0, 1.0], [2.0, 3.0]]}]


@pytest.mark.parametrize(
    "body",
    [
        "return getattr(np.linalg, 'in' + 'v')(x)",
        "return list(map(vars(np.linalg)['inv'], [x]))",
        "try: np.linalg.inv(x)\n  except Exception: return 0",
        "try: np.linalg.inv(x)\n  except BaseException: return 0",
    ],
)
def test_numpy_functions(run: Run, body: str) -> None:
    (event,) = run(f"import numpy as np\ndef f(x):\n  {body}", *CALLS, forbid=["numpy.linalg.inv"])
    assert event["outcome"] == "forbidden"
    assert event["detail"] == "Line 3: `numpy.linalg.inv` is what this problem forbids."


def test_what_numpy_itself_calls_is_not_the_learners(run: Run) -> None:
    (event,) = run(
        "import numpy as np\ndef f(x): return np.linalg.pinv(x)", *CALLS, forbid=["numpy.linalg.svd"]
    )
    assert event["outcome"] == "returned"


def test_a_forbidden_call_while_loading(run: Run) -> None:
    (event,) = run(
        "import numpy as np\nI = np.linalg.inv(np.eye(2))\ndef f(x): return I", forbid=["numpy.linalg.inv"]
    )
    assert (event["kind"], event["message"][:7]) == ("forbidden", "Line 2:")


@pytest.mark.parametrize(
    "body",
    [
        "return getattr(x, 'cum' + 'sum')()",
        "return [np.ndarray.__dict__['cumsum']][0](x)",
        "import threading; t = threading.Thread(target=lambda: x.cumsum()); t.start(); t.join()",
    ],
)
def test_numpy_methods(run: Run, body: str) -> None:
    (event,) = run(f"import numpy as np\ndef f(x):\n  {body}", *CALLS, forbid=["numpy.cumsum"])
    assert event["outcome"] == "forbidden"
    assert event["detail"] == "Line 3: `numpy.ndarray.cumsum` is numpy.cumsum, which this problem forbids."


def test_methods_of_others_are_not_numpys(run: Run) -> None:
    source = "class Mine:\n  def cumsum(self): return 3\ndef f(x): return Mine().cumsum() + x.sum()"
    (event,) = run(source, *CALLS, forbid=["numpy.cumsum"])
    assert event["outcome"] == "returned"


TORCH = {
    "x.softmax(-1)": "torch.nn.functional.softmax",
    "torch.special.softmax(x, -1)": "torch.nn.functional.softmax",
    "torch.nn.Softmax(-1)(x)": "torch.nn.functional.softmax",
    "torch.ops.aten._softmax(x, -1, False)": "aten._softmax",
    "torch.nn.functional.normalize(x)": "torch.nn.functional.normalize",
    "torch.nn.LSTMCell(2, 2)": "torch.nn.LSTMCell",
    "torch.optim.Adam([x])": "torch.optim.Adam",
    "x.requires_grad_().sum().backward()": "torch.Tensor.backward",
    "x @ x": "torch.matmul",
}
SCRIPT = "torch.jit.CompilationUnit('def g(x):\\n  return x.{}\\n').g(x)"
UNSEEN_BY_A_FUNCTION_MODE = {
    SCRIPT.format("softmax(-1)"): "torch.nn.functional.softmax",
    "torch._C._jit_get_operation('aten::gelu')[0](x)": "torch.nn.functional.gelu",
    "(torch._C.DisableTorchFunction().__enter__(), torch._VF.softmax(x, -1))": "torch.nn.functional.softmax",
    "(torch._C.DisableTorchFunction().__enter__(), torch._C._nn.gelu(x))": "torch.nn.functional.gelu",
}
HONEST = {
    SCRIPT.format("exp()"): "torch.nn.functional.softmax",
    "torch.nn.functional.cross_entropy(x, x.long()[0] // 4)": "torch.nn.functional.log_softmax",
    "torch.nn.functional.scaled_dot_product_attention(*[x[None]] * 3)": "torch.nn.functional.softmax",
    "x.unfold(0, 2, 1)": "torch.nn.functional.unfold",
    "x.exp() / x.exp().sum(-1, keepdim=True)": "torch.nn.functional.softmax",
    "torch.nn.functional.cross_entropy(x, x)": "torch.nn.functional.softmax",
    "torch.nn.functional.conv1d(x[None], x[None])": "torch.nn.functional.conv2d",
}


def outcomes(tmp_path: Path, ways: dict[str, str]) -> dict[str, Any]:
    found = {}
    with Host(Settings(tmp_path), JUDGE, torch=True) as host:
        for way, rule in ways.items():
            source = f"import torch\ndef f(x): return {way}"
            (event,) = host.request(asked(source, CALLS, framework="torch", forbid=[rule]))
            found[way] = event.get("outcome", event)
    return found


@pytest.mark.slow
def test_torch_operations_and_classes(tmp_path: Path) -> None:
    ways = TORCH | UNSEEN_BY_A_FUNCTION_MODE
    assert outcomes(tmp_path, ways) == dict.fromkeys(ways, "forbidden")
    assert outcomes(tmp_path, HONEST) == dict.fromkeys(HONEST, "returned")


@pytest.mark.slow
def test_watching_costs_no_import(tmp_path: Path) -> None:
    source = "import sys, torch\ndef f(x):\n  x + x\n  assert 'torch._dynamo' not in sys.modules"
    payload = asked(source, CALLS, framework="torch", forbid=["torch.softmax"])
    (event,) = request(Settings(tmp_path), payload, JUDGE, torch=True)
    assert event["outcome"] == "returned"
