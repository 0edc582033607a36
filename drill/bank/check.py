"""Readers of single values: each takes a place in the file and gives a typed value, or writes down an error.

A reader that fails has written its error and raises `Invalid`, so that whoever reads the surrounding mapping
or list goes on with the next value and every error is found at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from drill.bank.schema import BankError
from drill.bank.tree import Broken, Node

T = TypeVar("T")
Reader = Callable[["At"], T]


class Invalid(Exception):
    """The error is already written down."""


class Errors:
    """Everything wrong with one file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.found: list[BankError] = []

    def add(self, line: int | None, key: str, message: str) -> None:
        self.found.append(BankError(self.path, line, key, message))


@dataclass(frozen=True, slots=True)
class At:
    """A value of the file, the way of keys to it (`cases[3].tolerance.dx`), and where errors go."""

    node: Node
    key: str
    errors: Errors

    def wrong(self, message: str, line: int | None = None) -> Invalid:
        """Writes the error down; the caller raises what this returns where it cannot go on."""
        value = self.node.value
        message = value.message if isinstance(value, Broken) else message
        self.errors.add(line or self.node.line, self.key, message)
        return Invalid()

    def items(self) -> Iterator[tuple[str, At]]:
        value = self.node.value
        if not isinstance(value, dict):
            raise self.expected("a mapping (key: value)")
        for name, node in value.items():
            step = f".{name}" if name.isidentifier() else f"[{_short(name)}]"
            yield name, At(node, f"{self.key}{step}".lstrip("."), self.errors)

    def elements(self) -> Iterator[At]:
        value = self.node.value
        if not isinstance(value, tuple):
            raise self.expected("a list")
        for index, node in enumerate(value):
            yield At(node, f"{self.key}[{index}]", self.errors)

    def narrowed(self, names: Callable[[str], bool]) -> At:
        """The same mapping with only the keys for which `names` is true; anything else stays as it is."""
        value = self.node.value
        if not isinstance(value, dict):
            return self
        kept = {name: node for name, node in value.items() if names(name)}
        return At(Node(kept, self.node.line), self.key, self.errors)

    def expected(self, what: str) -> Invalid:
        return self.wrong(f"expected {what}, got {_described(self.node.value)}")


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a mapping: how its value is read, and whether it must be there."""

    read: Reader[Any]
    required: bool = False


Keys = Mapping[str, Key]


def gather(at: At, keys: Keys) -> dict[str, Any]:
    """The values that could be read, by key. Unknown and missing keys are errors."""
    values: dict[str, Any] = {}
    seen = set()
    for name, child in at.items():
        seen.add(name)
        key = keys.get(name)
        if key is None:
            child.wrong(unknown("key", name, keys))
            continue
        try:
            values[name] = key.read(child)
        except Invalid:
            continue
    for name, key in keys.items():
        if key.required and name not in seen:
            at.wrong(f"the key {name} is missing")
    return values


def record(keys: Keys, make: Callable[..., T]) -> Reader[T]:
    """A mapping with these keys, made into an object."""

    def read(at: At) -> T:
        before = len(at.errors.found)
        values = gather(at, keys)
        if len(at.errors.found) > before:
            raise Invalid
        return make(**values)

    return read


def many(
    read: Reader[T], at_least: int = 0, unique: Callable[[T], str] | None = None
) -> Reader[tuple[T, ...]]:
    """A list. `unique` gives the name under which no two elements may go."""

    def read_all(at: At) -> tuple[T, ...]:
        values: list[T] = []
        first: dict[str, int] = {}
        failed = False
        for index, child in enumerate(at.elements()):
            try:
                value = read(child)
            except Invalid:
                failed = True
                continue
            values.append(value)
            if unique and (earlier := first.setdefault(unique(value), index)) != index:
                child.wrong(f"{_short(unique(value))} is already at {at.key}[{earlier}]")
                failed = True
        if failed:
            raise Invalid
        if len(values) < at_least:
            raise at.wrong(f"at least {at_least} expected, got {len(values)}")
        return tuple(values)

    return read_all


def mapping(read: Callable[[str, At], T]) -> Reader[dict[str, T]]:
    """A mapping with any keys; `read` is given each key with its value."""

    def read_all(at: At) -> dict[str, T]:
        values: dict[str, T] = {}
        failed = False
        for name, child in at.items():
            try:
                values[name] = read(name, child)
            except Invalid:
                failed = True
        if failed:
            raise Invalid
        return values

    return read_all


def text(at: At) -> str:
    """Non-empty text, as it stands."""
    value = at.node.value
    if not isinstance(value, str):
        quote = "; put it in quotes" if isinstance(value, (bool, int, float)) else ""
        raise at.wrong(f"expected text, got {_described(value)}{quote}")
    if not value.strip():
        raise at.wrong("must not be empty")
    return value


def line(at: At) -> str:
    """Non-empty text of one line, less the space around it."""
    value = text(at).strip()
    if "\n" in value:
        raise at.wrong("must be a single line")
    return value


def matching(pattern: str, says: str) -> Reader[str]:
    compiled = re.compile(pattern)

    def read(at: At) -> str:
        value = text(at)
        if not compiled.fullmatch(value):
            raise at.wrong(f"{_short(value)} is not {says}")
        return value

    return read


def choice(*options: str) -> Reader[str]:
    def read(at: At) -> str:
        value = text(at)
        if value not in options:
            raise at.wrong(f"{_short(value)} is none of {', '.join(options)}")
        return value

    return read


def flag(at: At) -> bool:
    if not isinstance(at.node.value, bool):
        raise at.expected("true or false")
    return at.node.value


def number(low: float, high: float) -> Reader[float]:
    def read(at: At) -> float:
        value = at.node.value
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise at.expected("a number")
        if not low <= value <= high:  # false for nan
            raise at.wrong(f"{value} is not between {low:g} and {high:g}")
        return float(value)

    return read


def integer(low: int, high: int) -> Reader[int]:
    def read(at: At) -> int:
        value = at.node.value
        if isinstance(value, bool) or not isinstance(value, int):
            raise at.expected("a whole number")
        if not low <= value <= high:
            raise at.wrong(f"{value} is not between {low} and {high}")
        return value

    return read


def plain(at: At) -> Any:
    """Any value as Python's own: lists become tuples, so that nobody changes them by accident."""
    value = at.node.value
    if isinstance(value, Broken):
        raise at.wrong(value.message)
    if isinstance(value, tuple):
        return many(plain)(at)
    if isinstance(value, dict):
        return mapping(lambda _, child: plain(child))(at)
    return value


def unknown(what: str, name: str, known: Mapping[str, Any] | tuple[str, ...]) -> str:
    """`unknown key 'hint'; did you mean 'hints'?`"""
    from difflib import get_close_matches  # late: only errors need it

    near = get_close_matches(name, known, n=1)
    return f"unknown {what} {_short(name)}" + (f"; did you mean {near[0]!r}?" if near else "")


def _described(value: object) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, tuple):
        return "a list"
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, bool):
        return str(value).lower()
    return f"{'text' if isinstance(value, str) else 'the number'} {_short(value)}"


def _short(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= 60 else f"{shown[:57]}..."
