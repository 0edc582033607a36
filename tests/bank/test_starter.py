"""What a starter defines, the file it becomes and the line that names its problem."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from drill.bank.bank import Bank, builtin_root
from drill.bank.load import load_problem
from drill.bank.starter import Entry, entries, header, parse_entries, parse_header

STARTER = '''
import math


def forward(x, /, w, b=0.0, *, eps, momentum=0.1, **rest):
    """Doc."""
    raise NotImplementedError


def _helper(): ...


class LSTM:
    """Doc."""

    def __init__(self, size, bias=True):
        raise NotImplementedError

    def step(self, x): ...


class Empty: ...


LIMIT = 3
'''


def test_entries_come_in_order_with_their_parameters() -> None:
    assert parse_entries(STARTER) == (
        Entry("forward", "function", ("x", "w"), ("b", "eps", "momentum")),
        Entry("LSTM", "class", ("size",), ("bias",)),
        Entry("Empty", "class", (), ()),
    )


def test_the_file_a_learner_gets(write: Callable[..., Path], root: Path) -> None:
    problem = load_problem(write(), root)
    assert entries(problem) == (Entry("scale", "function", ("x", "a"), ("b",)),)
    text = header(problem, "numpy")
    assert text.startswith("# drill: scale (numpy)\nimport numpy as np\n\n\ndef scale(x, a, *, b=1.0):\n")
    assert text.endswith("    raise NotImplementedError\n")
    assert header(problem, "torch").startswith("# drill: scale (torch)\nimport torch\n\n\ndef scale(")
    assert parse_header(text.splitlines()[0]) == ("scale", "numpy")
    compile(text, "scale.py", "exec")


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("# drill: batchnorm (numpy)", ("batchnorm", "numpy")),
        ("#drill:conv-output-shape(torch)  \r\n", ("conv-output-shape", "torch")),
        ("\ufeff# drill: iou\n", ("iou", None)),
        ("# drill: iou (jax)", None),
        ("# drills: iou", None),
        ("# drill: ../etc", None),
        ("# drill:", None),
        ("import numpy as np", None),
        ("", None),
        ("# drill: a" + " " * 100_000 + "!", None),
    ],
)
def test_header_lines(line: str, found: tuple[str, str | None] | None) -> None:
    assert parse_header(line) == found


def test_the_built_in_starters_fit_80_columns(tmp_path: Path) -> None:
    bank = Bank.open([builtin_root()], tmp_path)
    starters = {summary.id: bank.get(summary.id).starter for summary in bank.summaries()}
    assert {i: line for i, text in starters.items() for line in text.splitlines() if len(line) > 79} == {}
