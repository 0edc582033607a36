"""How outputs, numbers and places are called in a sentence for the learner."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from drill.grading.outcome import RESULT

ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")
NUMBERS = ("no", "one", "two", "three", "four", "five", "six")


def label(output: str) -> str:
    """ "dx" -> "`dx`"; outputs that nobody named are called by their place: "the second returned value"."""
    if output == RESULT:
        return "the returned value"
    part = re.fullmatch(rf"{RESULT}\[(\d+)\]", output)
    if part and int(part[1]) < len(ORDINALS):
        return f"the {ORDINALS[int(part[1])]} returned value"
    return f"`{output}`"


def joined(parts: Sequence[str], word: str = "and") -> str:
    """ "a", "a and b", "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {word} {parts[-1]}"


def about(outputs: Sequence[str], template: str) -> str:
    """Fills the subject into a sentence: "{it} {is} negated" -> "`dx` and `dw` are negated"."""
    many = len(outputs) > 1
    words = {
        "{it}": joined([label(name) for name in outputs]),
        "{is}": "are" if many else "is",
        "{has}": "have" if many else "has",
        "{s}": "" if many else "s",
        "{es}": "" if many else "es",
        "{its}": "their" if many else "its",
    }
    for placeholder, word in words.items():
        template = template.replace(placeholder, word)
    return sentence(template)


def sentence(text: str) -> str:
    """With a capital first letter, unless code comes first."""
    return text[:1].upper() + text[1:]


def number(value: Any) -> str:
    """Enough digits to recognise a value, no more; whole numbers without a point."""
    if isinstance(value, complex):
        return f"{value:.4g}"
    value = float(value)
    return str(int(value)) if value.is_integer() and abs(value) < 1e7 else f"{value:.6g}"


def ratio(value: float) -> str:
    """A factor as a learner would write it: "3", "2/3", "1.7321"."""
    near = Fraction(value).limit_denominator(20)
    if near and abs(float(near) / value - 1) < 1e-6:
        return str(near)
    return f"{value:.5g}"


def at(output: str, index: Sequence[int]) -> str:
    """One element: "`dx[2, 0]`"; "`loss`" for a scalar."""
    if not index:
        return label(output)
    place = ", ".join(map(str, index))
    return f"`{output}[{place}]`"


def number_word(n: int) -> str:
    """ "three"; larger numbers in digits."""
    return NUMBERS[n] if n < len(NUMBERS) else str(n)


def count(number_of: int, noun: str) -> str:
    """ "1 value", "3 values"."""
    return f"{number_of} {noun}" if number_of == 1 else f"{number_of} {noun}s"


def seen_in(cases: Sequence[str], failed: int) -> str:
    """In which of the `failed` cases something is so."""
    if len(cases) == 1:
        return f"Seen in case “{cases[0]}”."
    every = "both failing cases" if failed == 2 else f"all {failed} failing cases"
    many = every if len(cases) == failed else f"{len(cases)} cases"
    return f"Seen in {many}, first in “{cases[0]}”."
