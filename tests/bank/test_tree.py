"""YAML as drill reads it: YAML 1.2's plain values, with lines, within bounds."""

from __future__ import annotations

import math

import pytest
import yaml

from drill.bank.tree import Broken, Node, Unreadable, parse


def value_of(text: str) -> object:
    return parse(text.encode()).value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None), ("~", None), ("null", None),
        ("true", True), ("False", False),
        ("0", 0), ("-12", -12), ("+3", 3), ("010", 10),
        ("1.5", 1.5), ("1e-6", 1e-6), ("1.0e4", 1e4), (".5", 0.5), ("1.", 1.0), ("-2E+3", -2000.0),
        (".inf", math.inf), ("-.Inf", -math.inf),
        ("x", "x"), ("2020-01-01", "2020-01-01"), ("12:30", "12:30"), ("0x10", "0x10"), ("1_000", "1_000"),
        ("n", "n"), ("y", "y"), ("'1'", "1"), ('"yes"', "yes"), ("e5", "e5"), ("1e", "1e"), (".", "."),
        ("9" * 61, "9" * 61), ("inf", "inf"), ("nan", "nan"),
    ],
)  # fmt: skip
def test_plain_values(text: str, value: object) -> None:
    found = parse(f"[{text or '~'}]".encode()).value
    assert isinstance(found, tuple)
    assert found[0].value == value
    assert type(found[0].value) is type(value)


def test_not_a_number() -> None:
    value = value_of(".nan")
    assert isinstance(value, float)
    assert math.isnan(value)


@pytest.mark.parametrize("text", ["yes", "No", "ON", "off", "!!int 3", "!x y", "!!python/name:os.system ''"])
def test_what_is_not_read_is_kept_as_its_message(text: str) -> None:
    assert isinstance(value_of(text), Broken)


def test_lines() -> None:
    tree = parse(b"# c\na:\n  - 1\n  -\n    b: |\n\n      x = 1\nc: >\n  folded\n  text\nd: 'q'\n")
    assert tree.value == {
        "a": Node((Node(1, 3), Node({"b": Node("\nx = 1\n", 5, 6)}, 5)), 2),
        "c": Node("folded text\n", 8),
        "d": Node("q", 11),
    }


def test_a_byte_order_mark_is_no_content() -> None:
    assert value_of("\ufeffa") == "a"


@pytest.mark.parametrize("kind", ["[", "{", "- ", "? ", "{a: ", "[{a: ["])
def test_depth_is_bounded(kind: str) -> None:
    with pytest.raises(Unreadable, match=r"nested more than|nesting depth|a key must be plain text"):
        parse(kind.encode() * 20_000)


def test_without_the_c_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    assert parse(b"a: |\n  x\n").value == {"a": Node("x\n", 1, 2)}
    with pytest.raises(Unreadable, match="not YAML") as caught:
        parse(b"a: b\nc: 'd")
    assert caught.value.line == 2
    with pytest.raises(Unreadable, match="the character"):
        parse(b"a: \x07")
