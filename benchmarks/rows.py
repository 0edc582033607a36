"""One line of the table: what was measured, as a ratio, against its target."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """`target` None: measured for comparison only. `most` False: at least, instead of at most."""

    what: str
    value: float
    target: float | None = None
    unit: str = ""
    most: bool = True

    @property
    def met(self) -> bool | None:
        if self.target is None:
            return None
        return self.value <= self.target if self.most else self.value >= self.target


def markdown(rows: Iterable[Row]) -> str:
    """The table of docs/performance.md."""
    lines = ["| what (medians) | measured | target | met |", "|---|---|---|---|"]
    for row in rows:
        sign = "≤" if row.most else "≥"
        target = f"{sign} {row.target:g} {row.unit}".strip() if row.target is not None else ""
        met = {True: "yes", False: "**no**", None: ""}[row.met]
        lines.append(f"| {row.what} | {row.value:.3g} {row.unit} | {target} | {met} |")
    return "\n".join(lines) + "\n"
