"""The SVG of a figure, checked: a page takes it in as it stands, so it may draw and do nothing else.

Only shapes and text, no scripts, styles or links; references stay within the file, and colours are classes or
`currentColor`, so that the figure works on light and dark ground. docs/problem-format.md says what there is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from xml.parsers import expat

ELEMENTS = frozenset(
    "svg g defs marker clipPath title desc path rect circle ellipse line polyline polygon text tspan"  # noqa: SIM905
    " use".split()
)
ATTRIBUTES = frozenset(
    "xmlns viewBox role class id transform d points x y x1 y1 x2 y2 dx dy cx cy r rx ry width height fill"  # noqa: SIM905
    " fill-opacity stroke stroke-width stroke-dasharray stroke-linecap stroke-linejoin opacity text-anchor"
    " dominant-baseline font-size font-weight font-style marker-start marker-mid marker-end markerWidth"
    " markerHeight refX refY orient clip-path href".split()
)
_COLOURS = ("none", "currentColor")
_INSIDE = re.compile(r"#[\w-]+|url\(#[\w-]+\)")
Fault = tuple[int | None, str]


def faults(data: bytes) -> list[Fault]:
    """What is wrong with the file, by line; empty when it may be shown."""
    reader = _Reader()
    try:
        reader.parser.Parse(data, True)
    except expat.ExpatError as error:
        reader.found.append((error.lineno, f"not XML: {expat.ErrorString(error.code)}"))
    if not reader.titled:
        reader.found.append((None, "the first element within <svg> must be its <title>"))
    return reader.found


class _Reader:
    def __init__(self) -> None:
        self.found: list[Fault] = []
        self.parser = expat.ParserCreate(encoding="UTF-8")
        self.parser.StartElementHandler = self._element
        self.parser.StartDoctypeDeclHandler = self._declared
        self.parser.ProcessingInstructionHandler = self._declared
        self.titled = False
        self._elements = 0

    def _wrong(self, message: str) -> None:
        self.found.append((self.parser.CurrentLineNumber, message))

    def _declared(self, *_: Any) -> None:
        self._wrong("a document type or processing instruction is not allowed")

    def _element(self, name: str, attributes: Mapping[str, str]) -> None:
        self._elements += 1
        if self._elements == 1 and (name != "svg" or "viewBox" not in attributes):
            self._wrong('the first element must be <svg xmlns="http://www.w3.org/2000/svg" viewBox="...">')
        self.titled = self.titled or (self._elements == 2 and name == "title")
        if name not in ELEMENTS:
            self._wrong(f"<{name}> is not allowed: a figure only draws")
        for attribute, value in attributes.items():
            if attribute not in ATTRIBUTES:
                self._wrong(f"the attribute {attribute} is not allowed")
            elif attribute in ("fill", "stroke") and value not in _COLOURS:
                self._wrong(
                    f"{attribute} must be none, currentColor or a class's: it has to work in the dark"
                )
            elif _refers(attribute, value) and not _INSIDE.fullmatch(value):
                self._wrong(f"{attribute} may only refer to something in this file, by #id")


def _refers(attribute: str, value: str) -> bool:
    return attribute == "href" or "url(" in value.lower()
