"""Numbers and days in words."""

from __future__ import annotations

from datetime import date


def percent(share: float) -> str:
    """`93 %`, on one line. What is not quite all is not all: nothing is certain to be remembered."""
    text = "over 99%" if 0.995 <= share < 1 else f"{share:.0%}"
    return text.replace(" ", "\N{NO-BREAK SPACE}").replace("%", "\N{NO-BREAK SPACE}%")


def short(day: date) -> str:
    """`21 Nov`."""
    return f"{day.day} {day:%b}"


def long(day: date) -> str:
    """`21 November 2026`."""
    return f"{day.day} {day:%B %Y}"
