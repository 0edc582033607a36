"""Logs of a learner who does not exist, and pages read by a parser that forgives nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timezone
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest

from drill.bank.bank import Bank, builtin_root
from drill.cli.pages.report import report
from drill.practice.overview import Overview
from drill.practice.practice import Practice
from tools import demonstration

SVG, MATHML = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1998/Math/MathML}"


@dataclass
class Page:
    """A page as text and as a tree. Raises on anything that HTML calls an error."""

    text: str

    def __post_init__(self) -> None:
        parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
        self.tree: Element = parser.parse(self.text)

    def all(self, tag: str) -> list[Element]:
        return list(self.tree.iter(tag))

    def words(self) -> str:
        return " ".join(" ".join(self.tree.itertext()).split())

    def headings(self) -> Iterator[tuple[int, str]]:
        for element in self.tree.iter():
            if element.tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
                yield int(element.tag[1]), "".join(element.itertext())

    def drawings(self) -> Iterator[Element]:
        """Every SVG that is not part of another."""
        inner = {id(part) for outer in self.all(f"{SVG}svg") for part in outer.iter() if part is not outer}
        yield from (svg for svg in self.all(f"{SVG}svg") if id(svg) not in inner)


def overview(home: Path) -> Overview:
    settings = demonstration.settings(home)
    practice = Practice.open(Bank.open([builtin_root()], settings.cache), settings, demonstration.NOW)
    try:
        return practice.overview()
    finally:
        practice.close()


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Homes by what is in their logs: nothing, three days, two months."""
    folder = tmp_path_factory.mktemp("learners")
    days = {"empty": 0, "small": 3, "long": demonstration.DAYS}
    for name, number in days.items():
        if number:
            demonstration.practise(folder / name, number)
    return {name: folder / name for name in days}


@pytest.fixture(scope="session")
def facts(homes: dict[str, Path]) -> dict[str, Overview]:
    return {name: overview(home) for name, home in homes.items()}


@pytest.fixture(scope="session")
def reports(facts: dict[str, Overview]) -> dict[str, Page]:
    return {name: Page(report(found, timezone.utc)) for name, found in facts.items()}
