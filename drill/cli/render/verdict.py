"""The screen after a submission: the verdict, what is wrong, the cases, what it means for the learner."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime, tzinfo
from math import prod

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from drill.cli.render import times
from drill.grading.report import CaseResult, Diagnosis, Report, Shown
from drill.practice.results import Recorded

NOT_RUN = "not run"
_ENTRY = re.compile(r"[^\s\[\],]+")
_LINES_AROUND = 2
_MOST_FAILED = 8  # cases listed
_NAME_WIDTH = 50
_FULL_MESSAGES = 3  # up to so many failed cases, messages are not cut
_BRIEF_OUTPUTS = 2
_OF_A_FLOOD = 300  # characters shown of what went past the limit
_SHORT = 40  # characters of a value that stands beside its name


def verdict(report: Report, source: str, brief: bool = False) -> RenderableType:
    """What the judge has to say. `brief` lays open one visible case, and of it two outputs."""
    parts: list[RenderableType] = [_headline(report)]
    for diagnosis in report.diagnosis:
        parts += [Text(), Padding(_diagnosis(diagnosis, source), (0, 0, 0, 2))]
    parts += _cases(report.cases)
    laid_open = [case for case in report.cases if case.shown or case.stdout]
    for case in laid_open[:1] if brief else laid_open:
        parts += [Text(), _opened(case, _BRIEF_OUTPUTS if brief else len(case.shown))]
    if brief and laid_open[1:]:
        names = "; ".join(f"“{case.name}”" for case in laid_open[1:])
        parts.append(Text(f"drill run shows {names} too.", "faint"))
    parts += [Text(note, "warn") for note in report.notes]
    return Group(*parts)


def _headline(report: Report) -> Text:
    passed = sum(case.verdict == "accepted" for case in report.cases)
    mark, style = ("✓", "good") if report.accepted else ("✗", "bad")
    line = Text.assemble((f"{mark} {report.verdict}", f"bold {style}"), "  ", report.problem)
    where = report.framework if report.device == "cpu" else f"{report.framework} on {report.device}"
    facts = [where]
    if report.cases:
        facts.append(f"{passed} of {times.count(len(report.cases), 'case')}")
    facts.append(times.took(report.seconds))
    return line.append("".join(f" · {fact}" for fact in facts), "faint")


def _diagnosis(diagnosis: Diagnosis, source: str) -> RenderableType:
    parts: list[RenderableType] = []
    if diagnosis.kind in ("mistake", "pattern", "error") and not diagnosis.says.startswith(diagnosis.name):
        parts.append(Text(diagnosis.name, "bold"))
    parts.append(Text(diagnosis.says))
    if diagnosis.line is not None and (excerpt := _excerpt(source, diagnosis.line)):
        parts += [Text(), excerpt]
    return Group(*parts)


def _excerpt(source: str, line: int) -> RenderableType | None:
    """The learner's line with its neighbours, an arrow beside it."""
    lines = source.splitlines()
    if not 1 <= line <= len(lines):
        return None
    first, last = max(line - _LINES_AROUND, 1), min(line + _LINES_AROUND, len(lines))
    width = len(str(last))
    text = Text()
    for number in range(first, last + 1):
        here = number == line
        text.append(f"{'→' if here else ' '} {number:>{width}} │ ", "bad" if here else "faint")
        text.append(lines[number - 1].rstrip() + "\n", "bold" if here else "")
    text.right_crop(1)
    text.no_wrap, text.overflow = True, "ellipsis"
    return text


# --- the cases ----------------------------------------------------------------------------------------------


def _cases(cases: Sequence[CaseResult]) -> Iterator[RenderableType]:
    """What failed, a line each; what passed, by name."""
    failed = [case for case in cases if case.verdict != "accepted" and case.message != NOT_RUN]
    not_run = sum(case.message == NOT_RUN for case in cases)
    passed = [case.name for case in cases if case.verdict == "accepted"]
    if failed:
        yield from (Text(), Text("Failed", "bold"), _failed(failed))
    if not_run:
        yield Text(f"  {times.count(not_run, 'case')} not run", "faint")
    if passed:
        yield from (Text(), Text("Passed", "bold"))
        yield Padding(Text("; ".join(passed), "faint"), (0, 0, 0, 2))


def _failed(cases: Sequence[CaseResult]) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    short = len(cases) > _FULL_MESSAGES
    table.add_column(max_width=_NAME_WIDTH, overflow="fold")
    table.add_column(ratio=1, overflow="ellipsis" if short else "fold", no_wrap=short)
    for case in cases[:_MOST_FAILED]:
        name = Text.assemble(("✗", "bad"), f" {case.name}", (" (visible)" if case.visible else "", "faint"))
        table.add_row(Padding(name, (0, 0, 0, 2)), Text(case.message or case.verdict))
    if len(cases) > _MOST_FAILED:
        table.add_row(f"    and {len(cases) - _MOST_FAILED} more")
    return table


# --- one case laid open -------------------------------------------------------------------------------------


def why(report: Report, case: CaseResult | None, counted: bool) -> RenderableType:
    """The screen of `why`: what all cases as they were submitted say of the reason, then one of them."""
    if case is None:
        return Text("No hidden case can be opened: what failed is visible already.")
    parts: list[RenderableType] = []
    for diagnosis in report.diagnosis:
        parts += [Padding(_diagnosis(diagnosis, ""), (0, 0, 0, 2)), Text()]
    parts += [Text(note, "faint") for note in report.notes]  # the case may be a smaller one
    parts += [Text.assemble((f"✗ {case.verdict}", "bold bad"), f"  {case.message}"), Text()]
    parts.append(_opened(case, len(case.shown)))
    if counted:
        parts += [Text(), Text("This counts as help. From now on `drill run` tries this case too.")]
    return Group(*parts)


def _opened(case: CaseResult, outputs: int) -> RenderableType:
    """Inputs, expected and got of so many outputs, and what the learner printed."""
    parts: list[RenderableType] = [Text.assemble(("Case ", "bold"), (case.name, "bold"))]
    wanted = list(dict.fromkeys(s.name for s in case.shown if s.kind != "input"))
    for shown in case.shown:
        if shown.kind == "input" or shown.name in wanted[:outputs]:
            parts += _shown(shown)
    if wanted[outputs:]:
        parts.append(Text(f"  and {', '.join(wanted[outputs:])}, which drill run shows", "faint"))
    if case.stdout:
        printed = case.stdout.rstrip("\n")
        if case.verdict == "output limit exceeded" and len(printed) > _OF_A_FLOOD:
            printed = printed[:_OF_A_FLOOD] + " …"
        parts += [Text("  you printed", "faint"), Padding(Text(printed), (0, 0, 0, 4))]
    return Group(*parts)


def _shown(shown: Shown) -> Iterator[RenderableType]:
    """A value below its name, or beside it where it is short."""
    label = Text.assemble(f"  {shown.kind:<9}", (shown.name, "name"), "  ")
    if len(shown.text) <= _SHORT and "\n" not in shown.text:
        summary = "" if shown.summary == shown.text else f"  {shown.summary}"
        yield label.append_text(marked(shown)).append(summary, "faint")
        return
    label.append(shown.summary, "faint")
    if shown.marks:
        label.append(f"  {_how_many(shown)}", "bad")
    yield label
    yield Padding(marked(shown), (0, 0, 0, 4))


def _how_many(shown: Shown) -> str:
    if len(shown.marks) == _size(shown):
        return "every entry differs"
    marks = "1 entry differs" if len(shown.marks) == 1 else f"{len(shown.marks)} entries differ"
    return f"{marks}, {'marked >' if _can_mark(shown) else f'the first at {_index(shown)}'}"


def marked(shown: Shown) -> Text:
    """The laid-out value; entries that differ have `>` before them, so that it shows without colour too."""
    if not _can_mark(shown):
        return Text(shown.text)
    text, wrong, end = Text(), set(shown.marks), 0
    for i, place in enumerate(_places(shown)):
        text.append(shown.text[end : place.start()])
        text.append(">" if i in wrong else " ", "bad")
        text.append(place.group(), "bold bad" if i in wrong else "")
        end = place.end()
    return text.append(shown.text[end:])


def _can_mark(shown: Shown) -> bool:
    """Some entries differ, not all, and none is left out of the text."""
    return 0 < len(shown.marks) < _size(shown) == len(_places(shown))


def _places(shown: Shown) -> list[re.Match[str]]:
    return list(_ENTRY.finditer(shown.text))


def _shape(shown: Shown) -> tuple[int, ...]:
    """(4, 3) of "float64 (4, 3)"."""
    return tuple(int(n) for n in re.findall(r"\d+", shown.summary.partition("(")[2]))


def _size(shown: Shown) -> int:
    return prod(_shape(shown))


def _index(shown: Shown) -> str:
    """The first differing entry as an index, [0, 2]."""
    rest, index = shown.marks[0], []
    for n in reversed(_shape(shown)):
        rest, i = divmod(rest, n)
        index.append(i)
    return str(index[::-1])


# --- what it means for the learner --------------------------------------------------------------------------


def consequences(recorded: Recorded, now: datetime, zone: tzinfo | None) -> RenderableType:
    """Rating and date, or why there is none yet; and the slips of earlier attempts."""
    return Group(*_consequences(recorded, now, zone))


def _consequences(recorded: Recorded, now: datetime, zone: tzinfo | None) -> Iterator[Text]:
    if recorded.rating is None:
        yield Text(_capital(recorded.why))
    else:
        yours = " (your own rating)" if recorded.overridden else ""
        yield Text.assemble("Rated ", (recorded.rating.word, "bold"), f"{yours}: {recorded.why}.")
        if recorded.due is not None:
            yield Text.assemble("It comes back ", (times.day(recorded.due, now, zone), "bold"), ".")
    if recorded.slips_before:
        names = "; ".join(f"{s.name} ({times.count(s.times, 'time')})" for s in recorded.slips_before[:3])
        yield Text(f"Before, you slipped here on: {names}.", "faint")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:] + ("" if text.endswith(".") else ".")


def source_text(source: str) -> RenderableType:
    """Python in the terminal's own sixteen colours."""
    from rich.syntax import Syntax

    code = source.rstrip("\n")
    return Syntax(code, "python", theme="ansi_dark", background_color="default", word_wrap=True)
