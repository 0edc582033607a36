"""The screen of `drill plan`: what to expect, what does not fit, and the days."""

from __future__ import annotations

from datetime import date

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from drill.cli.render.tables import plain_table
from drill.cli.render.times import count, length, short_date
from drill.practice.planning import PlanDay, PlanView

SHOWN_DAYS = 14
_MOST_NAMED = 12


def plan(view: PlanView, today: date, whole: bool) -> RenderableType:
    """Everything about a plan; `whole`: all days rather than two weeks."""
    days = view.days if whole else view.days[:SHOWN_DAYS]
    parts: list[RenderableType] = [_heading(view, today), Text(), _readiness(view)]
    if view.left_out:
        parts += [Text(), _left_out(view)]
    parts += [Text(), _days(days, today)]
    if len(view.days) > len(days):
        parts += [Text(), Text(f"{count(len(view.days) - len(days), 'day')} more: drill plan --all", "faint")]
    return Group(*parts)


def _heading(view: PlanView, today: date) -> Text:
    text = Text.assemble((f"{view.title}, by {short_date(view.by, today)}", "bold"))
    text.append(f": {count(len(view.days), 'day')} of {view.minutes:g} minutes, ")
    return text.append(f"{count(view.problems, 'problem')}, {view.known} of them practised before.")


def _readiness(view: PlanView) -> RenderableType:
    table = Table.grid(padding=(0, 2, 0, 2))
    table.add_column(justify="right")
    table.add_column()
    ready = view.readiness
    table.add_row(Text(_percent(ready.plan), "good"), "with this plan")
    table.add_row(_percent(ready.usual), "without it, in the same minutes: what is due, then what is new")
    table.add_row(_percent(ready.nothing), "without any practice")
    return Group(Text("Expected recall on the day", "bold"), table)


def _percent(chance: float) -> str:
    """Nothing is ever certain to be remembered."""
    return "over 99%" if chance >= 0.995 else f"{chance:.0%}"


def _left_out(view: PlanView) -> Text:
    """What the time does not suffice for, in so many words."""
    text = Text()
    text.append(f"The time does not suffice: {count(len(view.left_out), 'problem')} of the track ", "warn")
    text.append(f"{'is' if len(view.left_out) == 1 else 'are'} left out. ", "warn")
    if view.needed > view.available:
        have, need = length(60 * view.available), length(60 * view.needed)
        text.append(f"To write every new one once takes {need}, and there are {have}. ")
    if view.too_long:
        text.append(
            f"{count(len(view.too_long), 'problem')} of these would take longer than a day's minutes. "
        )
    named = ", ".join(view.left_out[:_MOST_NAMED])
    more = len(view.left_out) - _MOST_NAMED
    return text.append(f"Left out: {named}" + (f" and {more} more." if more > 0 else "."))


def _days(days: tuple[PlanDay, ...], today: date) -> Table:
    table = plain_table("day", "min", "new", "again", right=["min"])
    for day in days:
        name = "today" if day.day == today else short_date(day.day, today)
        new = ", ".join(each.problem for each in day.problems if each.new)
        again = ", ".join(each.problem for each in day.problems if not each.new)
        table.add_row(name, f"{day.minutes:.0f}" if day.problems else "", Text(new, "name"), again)
    return table
