"""Single-node mutations: which there are, and that each is one change of a program that parses."""

from __future__ import annotations

import ast

import pytest

from drill.grading.mutants import mutants


def changes(line: str) -> set[str]:
    """What becomes of one statement."""
    return {mutant.after for mutant in mutants(f"def f(a, b, c):\n    {line}\n") if mutant.line == 2}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("return a + b", {"return a - b", "return a", "return b"}),
        ("return a - b", {"return a + b", "return a", "return b", "return b - a"}),
        ("return a * b + c", {"return (a / b) + c", "return a / b + c"}),
        ("return (a + b) * c", {"return (a - b) * c", "return (a) * c"}),
        ("return a < b", {"return a <= b", "return a > b"}),
        ("return a == b", {"return a != b"}),
        ("return a and b", {"return a or b", "return a", "return b"}),
        ("return not a", {"return a"}),
        ("return -a", {"return a"}),
        ("return 3", {"return 4", "return 2"}),
        ("return 0", {"return 1", "return -1"}),
        ("return 0.5", {"return 1.0"}),
        ("return True", {"return False"}),
        ("return a if b else c", {"return a", "return c"}),
        ("return a[1:]", {"return a[:]", "return a[2:]", "return a[0:]"}),
        ("return a.sum(axis=1)", {"return a.sum()", "return a.sum(axis=2)", "return a.sum(axis=0)"}),
        ("return a.sum(1)", {"return a.sum()"}),
        ("return b(a, c)", {"return b(c, a)", "return b(a)"}),
        ("return a, b", {"return (b, a)", "return b, a"}),
        ("a += b", {"a -= b", "pass"}),
        ("a = b", {"pass"}),
        ("if a: b()", {"if not a: b()", "if a: pass"}),
        ("raise ValueError('no')", {"pass"}),
        ("return a == 'same'", {"return a == 'same?'"}),
    ],
)
def test_changes(line: str, expected: set[str]) -> None:
    found = changes(line)
    assert expected & found
    if len(expected) > 2:
        assert expected <= found


@pytest.mark.parametrize(
    "line",
    ["'''A docstring.'''", "raise ValueError('a' + 'b') from None", "x: int", "import math", "return a"],
)
def test_words_and_declarations_are_left_alone(line: str) -> None:
    assert changes(line) - {"pass"} == set()


def test_symmetric_calls_are_not_swapped() -> None:
    assert "return np.maximum(b, a)" not in changes("return np.maximum(a, b)")
    assert "return b + a" not in changes("return a + b")


def test_type_aliases_and_annotations_are_left_alone() -> None:
    source = "A = list[int]\n\n\ndef f(a: dict[str, 3] = {}) -> list[4]:\n    return a\n"
    assert mutants(source) == ()


def test_every_mutant_parses_and_differs() -> None:
    source = (
        "def f(x, *, axis=-1, keep=False):\n    é = x.max(axis, keepdims=True)  # a comment\n"
        "    y = (x -\n         é) ** 2\n    return y.sum(axis=axis), é\n"
    )
    found = mutants(source)
    dumps = {ast.dump(ast.parse(mutant.source)) for mutant in found}
    assert len(dumps) == len(found)
    assert ast.dump(ast.parse(source)) not in dumps
    assert all("# a comment" in mutant.source for mutant in found)


def test_a_mutant_is_named_by_its_line_and_shown_as_a_diff() -> None:
    source = "def f(a):\n    return a + 1\n"
    mutant = next(each for each in mutants(source) if "-" in each.after)
    assert (mutant.line, mutant.before, mutant.after) == (2, "return a + 1", "return a - 1")
    assert mutant.diff(source, "r.py").splitlines()[2:] == [
        "@@ -2 +2 @@",
        "-    return a + 1",
        "+    return a - 1",
    ]
