"""The table of `drill grade`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.text import Text

from drill.cli.render.tables import plain_table
from drill.cli.render.times import count
from drill.cli.session import tidy

if TYPE_CHECKING:
    from drill.cli.many import Graded

NOT_GRADED = "not graded"
_FILE_WIDTH = 28  # longer ones are folded: what is wrong needs room too


def table(rows: Sequence[Graded]) -> RenderableType:
    """One line a file in the order given, then how many got which verdict."""
    table = plain_table("", "file", "problem", "verdict", "cases", "what is wrong", right=["cases"])
    table.expand = True
    for column in table.columns[2:]:
        column.no_wrap = True
    table.columns[1].max_width = _FILE_WIDTH
    table.columns[-1].ratio, table.columns[-1].overflow = 1, "ellipsis"
    for row in rows:
        table.add_row(*_row(row))
    return Group(table, Text(), _total(rows))


def _row(row: Graded) -> tuple[str | Text, ...]:
    good = row.verdict == "accepted"
    mark = Text("✓" if good else "✗", "good" if good else "bad")
    problem = f"{row.problem} ({row.framework})" if row.verdict else row.problem or ""
    cases = f"{row.passed}/{row.cases}" if row.cases else ""
    says = row.says.removeprefix(f"{row.file} ").partition("\n")[0]
    return mark, tidy(Path(row.file)), problem, Text(row.verdict or NOT_GRADED), cases, Text(says)


def _total(rows: Sequence[Graded]) -> Text:
    verdicts = Counter(row.verdict or NOT_GRADED for row in rows)
    accepted = verdicts.pop("accepted", 0)
    good = accepted == len(rows)
    text = Text(f"{accepted} of {count(len(rows), 'file')} accepted", "bold good" if good else "bold bad")
    text.append("".join(f"; {number} {verdict}" for verdict, number in verdicts.most_common()), "default")
    exposed = sum(row.verdict is not None and not row.isolated for row in rows)
    return (
        text.append(f"\n{count(exposed, 'file')} graded without full isolation: drill doctor", "warn")
        if exposed
        else text
    )
