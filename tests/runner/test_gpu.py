"""A submission on a CUDA device, in its sandbox. Not run on any machine yet: see docs/security.md."""

from __future__ import annotations

from pathlib import Path

import pytest

from drill.runner.client import request
from tests.runner.conftest import JUDGE, Settings, asked


@pytest.mark.gpu
@pytest.mark.parametrize("layout", ["contiguous", "strided", "fortran"])
def test_tensors_go_to_the_device_and_come_back(tmp_path: Path, layout: str) -> None:
    if not pytest.importorskip("torch").cuda.is_available():
        pytest.skip("no CUDA device")
    source = """
        import os, torch
        def f(x):
            try: os.listdir("/root")
            except PermissionError: return (x @ x.T).softmax(-1).sum(), x.device.type
    """
    payload = asked(
        source, [{"x": [[1.0, 2.0], [3.0, 4.0]]}] * 2, framework="torch", layout=layout, device="cuda"
    )
    for event in request(Settings(tmp_path), payload, JUDGE, torch=True):
        assert event["outcome"] == "returned", event
        assert event["value"] == "(Array(data=array(2.), framework='torch', scalar=False), 'cuda')"
