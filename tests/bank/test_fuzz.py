"""Whatever a problem file holds, loading ends, with a problem or with its errors."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drill.bank.keys import TABLES
from drill.bank.load import load_problem
from drill.bank.schema import BankErrors

fuzz = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
KEYS = st.sampled_from(sorted({key for table in TABLES.values() for key in table})) | st.text(max_size=8)
TREES = st.recursive(
    SCALARS,
    lambda trees: st.lists(trees, max_size=4) | st.dictionaries(KEYS, trees, max_size=6),
    max_leaves=20,
)
YAML_SHRAPNEL = [
    "&a ",
    "*a",
    "!!x ",
    "? ",
    ": ",
    "- ",
    "[",
    "]",
    "{",
    "}",
    "|\n",
    ">",
    "'",
    '"',
    "#",
    "%",
    "\t",
    "<<: ",
]


def survives(data: bytes, path: Path, root: Path) -> None:
    path.write_bytes(data)
    try:
        load_problem(path, root)
    except BankErrors as caught:
        if not (caught.errors and str(caught)):
            raise


@pytest.fixture
def path(write: Callable[..., Path]) -> Path:
    return write()


@fuzz
@given(st.binary(max_size=200))
def test_any_bytes(path: Path, root: Path, data: bytes) -> None:
    survives(data, path, root)


@fuzz
@given(st.lists(st.sampled_from(YAML_SHRAPNEL) | st.text(max_size=3), max_size=60).map("".join))
def test_any_text(path: Path, root: Path, text: str) -> None:
    survives(text.encode("utf-8", "surrogatepass"), path, root)


@fuzz
@given(st.dictionaries(st.sampled_from(sorted(TABLES["problem"])), TREES))
def test_any_values_under_our_keys(path: Path, root: Path, tree: object) -> None:
    survives(yaml.safe_dump(tree).encode("utf-8", "surrogatepass"), path, root)


@fuzz
@given(st.randoms(use_true_random=False))
def test_a_good_file_with_damage(path: Path, root: Path, problem_text: str, rng: random.Random) -> None:
    data = bytearray(problem_text.encode())
    for _ in range(rng.randint(1, 6)):
        start = rng.randrange(len(data))
        piece = bytes(rng.choice((b"", bytes([rng.randrange(256)]), b"\n", data[start : start + 40])))
        data[start : start + rng.randrange(30)] = piece
        if not data:
            break
    survives(bytes(data), path, root)


@pytest.mark.parametrize(
    "piece", ["(", "[", "-", "x.", "not ", "lambda: ", "f(", "a if b else ", "1+", "x\n  ", "{1:"]
)
@pytest.mark.parametrize("key", ["starter", "driver"])
@pytest.mark.parametrize("times", [90, 400, 900, 2_500, 20_000])
def test_code_nested_beyond_measure(path: Path, root: Path, piece: str, key: str, times: int) -> None:
    deep = piece.replace("\n  ", "\n") * times + "1"
    survives(f"{key}: |\n  ".encode() + deep.replace("\n", "\n  ").encode(), path, root)
