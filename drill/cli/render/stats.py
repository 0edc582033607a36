"""The screen of `drill stats`: today, the week ahead, the half year behind, topics, slips."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from drill.cli.render.tables import plain_table
from drill.cli.render.times import count, short_date
from drill.practice.results import DayActivity, DayCount, Share, Slip, Stats, TopicStats

MOST_SLIPS = 8
WEEKS = 26
_BAR = 24  # columns of the longest bar


class Glyphs(NamedTuple):
    """Shades from nothing to most, and a bar's block; they read without colour."""

    shades: str
    block: str


UNICODE, ASCII = Glyphs("·░▒▓█", "█"), Glyphs(".:+*#", "#")


def stats(figures: Stats, width: int, unicode: bool) -> RenderableType:
    """Everything at a glance; parts that have nothing to say are left out."""
    glyphs = UNICODE if unicode else ASCII
    parts: list[RenderableType] = [_today(figures), _so_far(figures)]
    if any(day.count for day in figures.forecast):
        parts += _section("The week ahead", _forecast(figures.forecast, glyphs))
    if figures.calendar:
        parts += _section("Submissions a day", _calendar(figures, width, glyphs))
    topics = [topic for topic in figures.topics if topic.solved or topic.due or topic.recalled.whole]
    if topics:
        parts += _section("Topics", _topics(topics))
    if figures.slips:
        parts += _section("Where you slip", _slips(figures.slips[:MOST_SLIPS], figures.today))
    return Group(*parts)


def _section(title: str, body: RenderableType) -> list[RenderableType]:
    return [Text(), Text(title, "bold"), body]


def _today(figures: Stats) -> Text:
    text = Text.assemble((short_date(figures.today, figures.today), "bold"), ": ")
    text.append(f"{figures.due} due", "bad" if figures.due else "good")
    if figures.open:
        text.append(f", {figures.open} open")
    text.append(f", {figures.new_today} new today")
    if figures.minutes_today >= 1:
        text.append(f", {figures.minutes_today:.0f} min so far")
    if figures.streak > 1:
        text.append(f"; {figures.streak} days in a row")
    return text.append(".")


def _so_far(figures: Stats) -> Text:
    solved = f"{figures.solved.part} of {count(figures.solved.whole, 'problem')} solved"
    text = Text(f"{solved}, {count(figures.submissions, 'submission')}")
    if figures.retention.whole:
        text.append(f"; retention {percent(figures.retention)} of {count(figures.retention.whole, 'review')}")
        if figures.retention_month.whole:
            text.append(f" ({percent(figures.retention_month)} in the last 30 days)")
    return text.append(".")


def percent(share: Share) -> str:
    return "" if share.value is None else f"{share.value:.0%}"


def _forecast(days: Sequence[DayCount], glyphs: Glyphs) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column()
    table.add_column(justify="right")
    table.add_column()
    most = max(day.count for day in days)
    for i, day in enumerate(days):
        name = "today" if i == 0 else f"{day.day:%a} {day.day.day}"
        bar = glyphs.block * min(day.count, round(_BAR * day.count / max(most, _BAR)) or day.count)
        table.add_row(f"  {name}", str(day.count), Text(bar, "name"))
    return table


# --- the calendar -------------------------------------------------------------------------------------------


def _calendar(figures: Stats, width: int, glyphs: Glyphs) -> Text:
    """A column a week, a row a weekday, the last column being this week."""
    weeks = min(WEEKS, (width - 8) // 2)
    monday = figures.today - timedelta(days=figures.today.weekday(), weeks=weeks - 1)
    active = {day.day: day for day in figures.calendar}
    text = Text(f"       {_months(monday, weeks)}\n", "faint", no_wrap=True)
    for weekday, name in enumerate(("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")):
        text.append(f"  {name}  ", "faint")
        for week in range(weeks):
            day = monday + timedelta(days=weekday, weeks=week)
            if day <= figures.today:
                text.append_text(_square(active.get(day), glyphs))
        text.append("\n")
    shades = " ".join(glyphs.shades)
    return text.append(f"       {shades}  none, 1, 2, 3 to 5, more", "faint")


def _months(monday: date, weeks: int) -> str:
    line = ""
    for week in range(weeks):
        day = monday + timedelta(weeks=week)
        if day.day <= 7 and len(line) <= 2 * week:
            line = line.ljust(2 * week) + f"{day:%b} "
    return line.rstrip()


def _square(day: DayActivity | None, glyphs: Glyphs) -> Text:
    if day is None or not day.submissions:
        return Text(f"{glyphs.shades[0]} ", "faint")
    level = day.submissions if day.submissions < 3 else 3 + (day.submissions > 5)
    return Text(f"{glyphs.shades[level]} ", "good")


# --- topics and slips ---------------------------------------------------------------------------------------


def _topics(topics: Sequence[TopicStats]) -> Table:
    numbers = ("solved", "due", "reviews passed", "recall now", "in time", "pace")
    table = plain_table("  topic", *numbers, right=numbers)
    for topic in topics:
        table.add_row(
            f"  {topic.topic}",
            f"{topic.solved}/{topic.problems}",
            str(topic.due or ""),
            _part(topic.recalled),
            "" if topic.recall is None else f"{topic.recall:.0%}",
            _part(topic.in_time),
            "" if topic.pace is None else f"{topic.pace:.1f}x",
        )
    return table


def _part(share: Share) -> str:
    return f"{share.part}/{share.whole}" if share.whole else ""


def _slips(slips: Sequence[Slip], today: date) -> Table:
    table = plain_table("  slip", "problem", "times", "last", "", right=["times"])
    for slip in slips:
        state = Text("faded", "good") if slip.faded else Text("")
        last = short_date(slip.last, today)
        table.add_row(f"  {slip.name}", Text(slip.problem, "name"), str(slip.times), last, state)
    return table
