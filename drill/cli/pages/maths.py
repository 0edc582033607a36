"""LaTeX as MathML, which browsers set by themselves.

`latex2mathml` reads the formula. What it prints is not escaped, and some of its commands make links or
styles: so its tree is copied here, with nothing but elements and attributes of presentation MathML.
"""

from __future__ import annotations

import re
from contextlib import suppress
from html import unescape
from xml.etree.ElementTree import Element, tostring

from markupsafe import Markup

_ELEMENTS = frozenset(
    "math mrow mi mn mo ms mtext mspace mfrac msqrt mroot msub msup msubsup munder mover munderover mtable"  # noqa: SIM905
    " mtr mtd mstyle mpadded mphantom".split()
)
_ATTRIBUTES = frozenset(
    "display mathvariant stretchy fence form accent displaystyle scriptlevel columnalign minsize maxsize"  # noqa: SIM905
    " linethickness movablelimits largeop symmetric lspace rspace width height depth".split()
)
_RELATIONS, _SHORT = frozenset("=≤≥≠≈<>←→∈"), 6
_TEXT = re.compile(r"\\text\{[^{}]*\}")


class NotMaths(ValueError):
    """The formula cannot be read."""


def mathml(source: str, block: bool) -> Markup:
    r"""A formula. One that cannot be read is shown as it was written.

    A displayed one becomes several where `\qquad` stands between them, so that they may take several lines.
    """
    parts = source.split(r"\qquad") if block else [source]
    for formulas in (parts, [source]):
        with suppress(NotMaths):
            return Markup("\n").join(_formula(formula, block) for formula in formulas)
    return Markup("<code>{}</code>").format(source)


def _formula(source: str, block: bool) -> Markup:
    formula = _copied(_read(source, block))
    pieces = [formula] if block else _pieces(formula)
    return Markup("<wbr>").join(Markup(tostring(piece, encoding="unicode")) for piece in pieces)


def _pieces(formula: Element) -> list[Element]:
    """A long formula within a line as several, so that the line may break before a relation."""
    parts = list(formula[0])
    if len(parts) <= _SHORT:
        return [formula]
    pieces: list[Element] = []
    for part in parts:
        if not pieces or (part.tag == "mo" and part.text in _RELATIONS):
            pieces.append(Element("math", formula.attrib))
        pieces[-1].append(part)
    return pieces


def _read(source: str, block: bool) -> Element:
    from latex2mathml.converter import convert_to_element

    plain = _TEXT.sub(lambda text: text[0].replace(r"\_", "_"), source.strip())
    try:
        return convert_to_element(plain, display="block" if block else "inline")
    except Exception as error:  # each of its errors is an exception of its own
        raise NotMaths(source) from error


def _copied(element: Element) -> Element:
    if element.tag not in _ELEMENTS:
        raise NotMaths(element.tag)
    copy = Element(element.tag, {name: v for name, v in element.attrib.items() if name in _ATTRIBUTES})
    copy.text = unescape(element.text or "")
    if "\\" in copy.text:
        raise NotMaths(copy.text)
    if element.tag == "mo" and copy.text in ("|", "‖"):
        copy.attrib |= {"lspace": "0", "rspace": "0"}  # a bracket; by itself it is spaced like a plus sign
    copy.extend(_joined([_copied(child) for child in element]))
    if element.tag == "msup" and set(copy[1].text or " ") <= set("′″‴"):
        copy.tag = "mrow"  # a prime is raised by itself
        copy[1].tag = "mo"
        copy[1].attrib = {"lspace": "0", "rspace": "0"}
    if element.tag == "math":
        copy.set("xmlns", "http://www.w3.org/1998/Math/MathML")
    return copy


def _joined(children: list[Element]) -> list[Element]:
    r"""Letters of `\mathrm{IoU}` as one word, to be set and to be read out as one."""
    if len(children) > 1 and all(c.tag == "mi" and c.get("mathvariant") == "normal" for c in children):
        word = Element("mi")
        word.text = "".join(child.text or "" for child in children)
        return [word]
    return children
