"""The table of `drill grade`."""

from __future__ import annotations

import os
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
    """One line a file in the order given, then how many got which verdict. What all files share, the folder
    and the problem, stands beside the table, for what is wrong needs the room."""
    folder = _shared_folder(rows)
    what = list(dict.fromkeys(map(_what, rows)))
    table = plain_table("", "file", *["problem"][: len(what) > 1], "verdict", "cases", "what is wrong")
    table.expand = True
    *narrow, says = table.columns[2:]
    for column in narrow:
        column.no_wrap = True
    narrow[-1].justify = "right"
    table.columns[1].max_width = _FILE_WIDTH
    says.ratio, says.overflow, says.no_wrap = 1, "ellipsis", True
    for row in rows:
        table.add_row(*_row(row, folder, what))
    above = [Text(f"In {tidy(folder)}:"), Text()] if folder != Path() else []
    return Group(*above, table, Text(), _total(rows, what))


def _shared_folder(rows: Sequence[Graded]) -> Path:
    """The folder that all files lie below, as it was given; the empty path when it has no name."""
    parents = {str(Path(row.file).parent) for row in rows}
    try:
        return Path(os.path.commonpath(parents)) if parents else Path()
    except ValueError:  # some absolute, some not
        return Path()


def _what(row: Graded) -> str:
    return f"{row.problem} ({row.framework})" if row.verdict else row.problem or ""


def _row(row: Graded, folder: Path, what: Sequence[str]) -> tuple[str | Text, ...]:
    good = row.verdict == "accepted"
    mark = Text("✓" if good else "✗", "good" if good else "bad")
    cases = f"{row.passed}/{row.cases}" if row.cases else ""
    says = row.says.removeprefix(f"{row.file} ").partition("\n")[0]
    file = str(Path(row.file).relative_to(folder))
    return mark, file, *[_what(row)][: len(what) > 1], Text(row.verdict or NOT_GRADED), cases, Text(says)


def _total(rows: Sequence[Graded], what: Sequence[str]) -> Text:
    verdicts = Counter(row.verdict or NOT_GRADED for row in rows)
    accepted = verdicts.pop("accepted", 0)
    good = accepted == len(rows)
    alike = f"{what[0]}: " if len(what) == 1 else ""
    total = f"{alike}{accepted} of {count(len(rows), 'file')} accepted"
    text = Text(total, "bold good" if good else "bold bad")
    text.append("".join(f"; {number} {verdict}" for verdict, number in verdicts.most_common()), "default")
    exposed = sum(row.verdict is not None and not row.isolated for row in rows)
    return (
        text.append(f"\n{count(exposed, 'file')} graded without full isolation: drill doctor", "warn")
        if exposed
        else text
    )
