"""docs/problem-format.md and the loader's tables say the same."""

from __future__ import annotations

import re

import pytest

from drill.bank.bank import builtin_root
from drill.bank.keys import TABLES, WRONG_VERDICTS

DOCS = builtin_root() / "docs" / "problem-format.md"


def documented(section: str) -> dict[str, bool]:
    """The keys in the table of a section, and whether they are said to be required."""
    text = DOCS.read_text(encoding="utf-8")
    match = re.search(rf"^## {section}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL | re.IGNORECASE)
    assert match, f"no section {section!r}"
    rows = re.findall(r"^\| (\*\*)?`(\w+)`(?:\*\*)? \|", match[1], re.MULTILINE)
    return {key: bool(bold) for bold, key in rows}


@pytest.mark.parametrize("section", TABLES)
def test_every_key_is_documented_and_no_other(section: str) -> None:
    assert documented(section) == {name: key.required for name, key in TABLES[section].items()}


def test_every_verdict_is_documented() -> None:
    text = " ".join(DOCS.read_text(encoding="utf-8").split())
    assert [verdict for verdict in WRONG_VERDICTS if f"`{verdict}`" not in text] == []
