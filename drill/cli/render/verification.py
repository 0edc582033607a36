"""The table of `drill verify`, and every surprise in full."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from drill.bank.schema import BankError
from drill.cli.render.tables import plain_table
from drill.cli.render.times import count
from drill.grading.verify import Checked, ProblemCheck, Verification

_NUMBERS = ("refs", "right", "wrong", "mistakes", "named", "error", "near", "slow")


def verification(found: Verification, errors: Sequence[BankError], on_disk: int) -> RenderableType:
    """One line a problem; below it what is not as it must be, and what is close to the edge."""
    table = plain_table("", "problem", *_NUMBERS, right=_NUMBERS)
    for problem in found.problems:
        table.add_row(*_row(problem))
    legend = (
        "error: the largest of a right version; near: the nearest mistake, both in units of the tolerance; "
        "slow: the slowest case of a right version, of its limit"
    )
    parts: list[RenderableType] = [table, Text(legend, "faint"), *_mutants(found), *_remarks(found)]
    parts += [Text(f"✗ {error}", "bad") for error in errors]
    parts += [Text(f"✗ {problem}: was not checked", "bad") for problem in found.missing]
    parts += [Text(note) for note in found.notes]
    return Group(*parts, Text(), _total(found, on_disk))


def _row(check: ProblemCheck) -> tuple[str | Text, ...]:
    good = not check.surprises
    nearest = check.refused_error
    return (
        Text("✓" if good else "✗", "good" if good else "bad"),
        Text(check.id, "name", no_wrap=True),
        _share(check.references),
        _share(check.right),
        _share(check.wrong),
        _share(check.mistakes),
        str(check.named),
        f"{check.accepted_error:.0e}" if check.accepted_error else "0",
        "" if nearest is None else f"{nearest:.0e}",
        f"{check.slowest:.0%}",
    )


def _share(versions: Sequence[Checked]) -> str:
    return f"{sum(version.as_expected for version in versions)}/{len(versions)}" if versions else "-"


def _mutants(found: Verification) -> list[Text]:
    mutants = [problem.mutants for problem in found.problems if problem.mutants is not None]
    if not mutants:
        return []
    ran, survived = sum(each.count for each in mutants), sum(len(each.survivors) for each in mutants)
    return [Text(f"{count(ran, 'mutant')} ran; {survived} survived, as equivalent ones may", "faint")]


def _remarks(found: Verification) -> list[Text]:
    remarks = []
    for problem in found.problems:
        remarks += [Text(f"✗ {problem.id}: {surprise}", "bad") for surprise in problem.surprises]
        remarks += [Text(f"  {problem.id}: {warning}", "warn") for warning in problem.warnings]
    return remarks


def _total(found: Verification, on_disk: int) -> Text:
    sound = sum(not problem.surprises for problem in found.problems)
    good = sound == on_disk
    text = Text(
        f"{sound} of {count(on_disk, 'problem')} as they must be", "bold good" if good else "bold bad"
    )
    missing = on_disk - len(found.problems)
    return text.append(f"; {missing} could not be checked" if missing > 0 else "")
