"""swiglu against torch's silu and linear."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import numpy as np
import pytest

from graders.activations.swiglu import reference_numpy


@pytest.mark.parametrize("framework", ["numpy", "torch"])
@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("gate", [1.0, 1e4])
@pytest.mark.parametrize(("shape", "f"), [((3, 4), 5), ((1, 2), 1), ((2, 3, 5), 4), ((4, 3), 3)])
def test_is_torch_s_composition(
    framework: str, dtype: str, gate: float, shape: tuple[int, ...], f: int
) -> None:
    torch = pytest.importorskip("torch")
    functional = torch.nn.functional
    rng = np.random.default_rng(6)
    d = shape[-1]
    arrays = [rng.normal(0.2, 1, each) for each in (shape, (f, d), (f, d), (d, f))]
    arrays[1] *= gate
    x, w_gate, w_up, w_down = (torch.from_numpy(a.astype(dtype)) for a in arrays)
    want = functional.linear(
        functional.silu(functional.linear(x, w_gate)) * functional.linear(x, w_up), w_down
    )

    module: Any = import_module(f"graders.activations.swiglu.reference_{framework}")
    given = [t.numpy() if framework == "numpy" else t for t in (x, w_gate, w_up, w_down)]
    rtol = 1e-4 if dtype == "float32" else 1e-11
    np.testing.assert_allclose(module.swiglu(*given), want.numpy(), rtol=rtol, atol=rtol * gate)


def test_the_example_of_the_statement() -> None:
    w_gate, w_up, w_down = np.array([[1.0], [-1.0]]), np.array([[2.0], [3.0]]), np.array([[1.0, 10.0]])
    np.testing.assert_allclose(
        reference_numpy.swiglu(np.ones((1, 1)), w_gate, w_up, w_down), [[-6.6061]], atol=5e-5
    )
