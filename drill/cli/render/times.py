"""Moments and lengths of time in words. Inside drill all is UTC; here it becomes the learner's own day."""

from __future__ import annotations

from datetime import date, datetime, tzinfo


def local_day(moment: datetime, zone: tzinfo | None = None) -> date:
    return moment.astimezone(zone).date()


def day(moment: datetime, now: datetime, zone: tzinfo | None = None) -> str:
    """`today`, `tomorrow`, `Tue 24 Nov, in 3 days`, `Tue 17 Nov, 4 days ago`."""
    target, today = local_day(moment, zone), local_day(now, zone)
    days = (target - today).days
    if -1 <= days <= 1:
        return ("yesterday", "today", "tomorrow")[days + 1]
    return f"{short_date(target, today)}, {f'in {days} days' if days > 0 else f'{-days} days ago'}"


def in_days(moment: datetime, now: datetime, zone: tzinfo | None = None) -> str:
    """The same for a narrow column: `today`, `in 3 d`, `4 d late`."""
    days = (local_day(moment, zone) - local_day(now, zone)).days
    if days == 0:
        return "today"
    return f"in {days} d" if days > 0 else f"{-days} d late"


def short_date(when: date, today: date) -> str:
    """`Tue 24 Nov`, with the year where it is another one."""
    return f"{when:%a} {when.day} {when:%b}" + (f" {when.year}" if when.year != today.year else "")


def moment(at: datetime, now: datetime, zone: tzinfo | None = None) -> str:
    """`today 14:05`, `Tue 17 Nov 09:30`."""
    when, today = at.astimezone(zone), local_day(now, zone)
    name = {0: "today", 1: "yesterday"}.get((today - when.date()).days) or short_date(when.date(), today)
    return f"{name} {when:%H:%M}"


def length(seconds: float) -> str:
    """`40 s`, `14 min`, `1 h 05 min`, `3 days`."""
    if seconds < 60:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    if minutes < 60:
        return f"{minutes} min"
    hours, rest = divmod(minutes, 60)
    if hours < 48:
        return f"{hours} h {rest:02} min"
    return f"{round(hours / 24)} days"


def took(seconds: float) -> str:
    """How long a case took: `0.4 ms`, `12 ms`, `1.3 s`."""
    if seconds < 0.001:
        return f"{seconds * 1000:.1f} ms"
    return f"{seconds * 1000:.0f} ms" if seconds < 1 else f"{seconds:.1f} s"


def count(number: int, noun: str) -> str:
    """`1 problem`, `3 problems`."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
