"""Which problem a file solves, and every file that cannot be one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from drill.bank.schema import UnknownProblem
from drill.errors import BadInput
from tests.practice.conftest import World


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "some.py"


def test_by_the_first_line(world: World, file: Path) -> None:
    file.write_text("# drill: lstm-cell (torch)\nx = 1\n")
    found = world.do("identify", file)
    assert (found.problem.id, found.framework, found.path) == ("lstm-cell", "torch", file)
    assert found.source == "# drill: lstm-cell (torch)\nx = 1\n"


def test_a_flag_wins(world: World, file: Path) -> None:
    file.write_text("# drill: lstm-cell (torch)\nx = 1\n")
    found = world.do("identify", file, "iou")
    assert (found.problem.id, found.framework) == ("iou", "numpy")
    found = world.do("identify", file, None, "numpy")
    assert (found.problem.id, found.framework) == ("lstm-cell", "numpy")


@pytest.mark.parametrize(
    ("source", "framework"),
    [
        ("import torch\n", "torch"),
        ("import math\nfrom torch import nn\n", "torch"),
        ("import torch.nn.functional as F\n", "torch"),
        ("import numpy as np\n", "numpy"),
        ("import numpy as np\nimport torch\n", "numpy"),
        ("import torchmetrics\n", "numpy"),
        ("# import torch\n", "numpy"),
        ("# drill: iou (numpy)\nimport torch\n", "numpy"),
    ],
)
def test_the_framework_by_what_is_imported(world: World, file: Path, source: str, framework: str) -> None:
    file.write_text(source)
    assert world.do("identify", file, "iou").framework == framework


def test_by_the_name(world: World, tmp_path: Path) -> None:
    for name in ("lstm_cell.py", "lstm-cell.py", "lstm_cell.txt"):
        (tmp_path / name).write_text("x = 1\n")
        assert world.do("identify", tmp_path / name).problem.id == "lstm-cell"


def test_windows_line_ends_and_a_byte_order_mark(world: World, file: Path) -> None:
    file.write_bytes(b"\xef\xbb\xbf# drill: iou (torch)\r\nx = 1\r\n")
    found = world.do("identify", file)
    assert (found.problem.id, found.framework) == ("iou", "torch")
    assert not found.source.startswith("\ufeff")


def test_unknown_problems(world: World, file: Path) -> None:
    file.write_text("# drill: iuo\nx = 1\n")
    with pytest.raises(UnknownProblem):
        world.do("identify", file)
    with pytest.raises(UnknownProblem):
        world.do("identify", file, "oiu")
    file.write_text("x = 1\n")
    with pytest.raises(BadInput, match="not clear which problem") as caught:
        world.do("identify", file)
    assert "--problem" in caught.value.todo


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b" \n\n\t", "is empty"),
        (b"\x7fELF\x00\x00", "binary"),
        (b"# ok\nx = '\xff'\n", r"not UTF-8 text \(line 2\)"),
        (b"#" * 300_000, "larger than 256 KiB"),
    ],
)
def test_files_that_are_no_solution(world: World, file: Path, content: bytes, says: str) -> None:
    file.write_bytes(content)
    with pytest.raises(BadInput, match=says) as caught:
        world.do("identify", file, "iou")
    assert str(file) in caught.value.message
    assert caught.value.todo


def test_files_that_are_no_files(world: World, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name, says in (
        ("missing.py", "does not exist"),
        (".", "is a directory"),
        ("pipe", "not a regular file"),
    ):
        with pytest.raises(BadInput, match=says) as caught:
            world.do("identify", tmp_path / name, "iou")
        assert caught.value.todo
    with pytest.raises(BadInput):
        world.do("identify", Path("a\0b"), "iou")


def test_current(world: World) -> None:
    assert world.do("current") is None
    world.solve("iou")
    assert world.do("current") == "iou"
    world.later(minutes=1)
    world.start("nms")
    world.later(minutes=1)
    world.solve("batchnorm")
    assert world.do("current") == "nms"
    world.submit("nms")
    with pytest.raises(BadInput, match="No problem is open"):
        world.do("skip")
