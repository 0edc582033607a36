"""The learner's report: what it says, and that anybody can read it."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from itertools import pairwise

import pytest

from drill.cli.pages.charts import Span, columns, line
from drill.cli.pages.page import FOLDER
from drill.cli.pages.report import TO_COME, report
from drill.cli.pages.words import percent
from drill.practice.overview import Overview, SlipCourse
from drill.practice.results import DayCount, Slip
from tests.pages.conftest import SVG, Page

LOGS = ("empty", "small", "long")
HOSTILE = '"><script>alert(1)</script><img src=http://x/y onerror=alert(1)>&amp;'


@pytest.mark.parametrize("log", LOGS)
def test_headings_go_down_step_by_step(reports: dict[str, Page], log: str) -> None:
    levels = [level for level, _ in reports[log].headings()]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("log", LOGS)
def test_every_drawing_has_a_title_or_is_decoration(reports: dict[str, Page], log: str) -> None:
    for svg in reports[log].drawings():
        if svg.get("aria-hidden") == "true":
            continue
        assert svg.get("role") == "img"
        assert svg[0].tag == f"{SVG}title"
        assert (svg[0].text or "").strip()


@pytest.mark.parametrize("log", LOGS)
def test_nothing_runs_and_nothing_is_loaded(reports: dict[str, Page], log: str) -> None:
    check_harmless(reports[log])


def check_harmless(page: Page) -> None:
    for element in page.tree.iter():
        assert isinstance(element.tag, str)
        assert element.tag.rpartition("}")[2] not in {
            "script",
            "img",
            "iframe",
            "link",
            "object",
            "embed",
            "base",
        }
        for name, value in element.attrib.items():
            assert not name.lower().startswith("on")
            assert name.rpartition("}")[2] not in {"src", "srcset", "style"}
            assert name != "href" or value.startswith(("#", "https://", "http://")), "a link at most"
    style = "".join(page.all("style")[0].itertext())
    assert not re.search(r"url\(|@import|https?:", style)
    (policy,) = (m.get("content") for m in page.all("meta") if m.get("http-equiv"))
    assert policy == "default-src 'none'; style-src 'unsafe-inline'"


def test_a_hostile_log_is_only_text(facts: dict[str, Overview]) -> None:
    """What the log and the bank say: slips, ids, topics, the track's title, what was noticed in a mock."""
    long = facts["long"]
    slip = SlipCourse(
        Slip(HOSTILE, HOSTILE, "mistake", 3, date(2026, 11, 1), date(2026, 11, 20), 0),
        (DayCount(date(2026, 11, 20), 3),),
    )
    assert long.mocks[-1].noticed
    card = long.mocks[-1]
    card = card._replace(noticed=tuple(n._replace(problem=HOSTILE, says=HOSTILE) for n in card.noticed))
    hostile = long._replace(
        slips=(slip,),
        trend=long.trend._replace(title=HOSTILE),
        mocks=(card,),
        stats=long.stats._replace(topics=tuple(t._replace(topic=HOSTILE) for t in long.stats.topics)),
    )
    page = Page(report(hostile, timezone.utc))
    check_harmless(page)
    assert page.words().count(HOSTILE) >= 3 + 2 * len(long.stats.topics)


def test_an_empty_log_says_how_to_begin_and_what_will_come(reports: dict[str, Page]) -> None:
    words = reports["empty"].words()
    assert "To begin, type drill next" in words
    assert all(says in words for says in TO_COME.values())
    assert [text for _, text in reports["empty"].headings()] == ["Your practice", "Still to come"]


def test_a_long_log_has_every_section(reports: dict[str, Page]) -> None:
    assert [text for _, text in reports["long"].headings()] == [
        "Your practice",
        "Readiness",
        "Days of practice",
        "The next four weeks",
        "Retention by topic",
        "Time against target",
        "Week by week",
        "Slips, and how they faded",
        "How well drill foretells you",
        "Mock interviews",
        "What an interviewer would have noticed in the last one",
    ]


def test_figures_are_those_of_the_facts(facts: dict[str, Overview], reports: dict[str, Page]) -> None:
    long, words = facts["long"], reports["long"].words().replace("\N{NO-BREAK SPACE}", " ")
    assert long.plan
    shown = (
        f"solved {long.stats.solved.part} of {long.stats.solved.whole} problems",
        f"Today you would recall {long.trend.past[-1].value:.0%}".replace("%", " %"),
        f"with the plan from here: {percent(long.plan.readiness.plan)}".replace("\N{NO-BREAK SPACE}", " "),
        f"{sum(day.submissions for day in long.stats.calendar)} submissions on",
        f"Of {long.calibration.reviews} reviews drill expected",
        f"{long.mocks[-1].score:.0%} last time".replace("%", " %"),
    )
    assert [each for each in shown if each not in words] == []


def test_tables_say_what_the_charts_show(facts: dict[str, Overview], reports: dict[str, Page]) -> None:
    rows = ["|".join("".join(cell.itertext()) for cell in row) for row in reports["long"].all("tr")]
    day, number = facts["long"].due[0]
    assert any(row.startswith(f"{day.day} {day:%B %Y}|{number}|") for row in rows)
    assert sum(row.startswith("15 December 2026|") for row in rows) >= 1, "the day of the interview"


# --- words and places ---------------------------------------------------------------------------------------


def test_nearly_all_is_not_all() -> None:
    assert [percent(share).replace("\N{NO-BREAK SPACE}", " ") for share in (0.0, 0.994, 0.996, 1.0)] == [
        "0 %",
        "99 %",
        "over 99 %",
        "100 %",
    ]


@pytest.mark.parametrize("days", [0, 1, 3, 6, 20, 45, 100, 400, 3000])
def test_dates_on_an_axis_keep_apart(days: int) -> None:
    first = date(2026, 2, 27)
    ticks = Span(first, first + timedelta(days=days)).ticks()
    assert 1 <= len(ticks) <= 6 or 20 < days < 30
    assert all(0 <= tick.at <= 100 for tick in ticks)
    assert all(after.at - before.at > 15 for before, after in pairwise(ticks))


def test_a_long_line_is_thinned_and_keeps_its_end() -> None:
    path = line("past", [(x / 10, float(x)) for x in range(1001)]).path
    assert path.count("L") <= 200
    assert path.startswith("M0.0 0.0L")
    assert path.endswith("L1000.0 1000.0")


def test_columns_stand_on_the_ground() -> None:
    found = columns(100, [("6", [("a", 2), ("b", 4)], "x"), ("", [("a", 0)], "y")], ())
    first, second = found.columns
    places = [place for part in first.parts for place in (part.y, part.height)]
    assert places == pytest.approx([200 / 3, 100 / 3, 0, 200 / 3])
    assert (second.parts, second.y, second.width) == ((), 100, 50)
    assert columns(100, [("1", [("a", 1)], "x")], ()).columns[0].y == 75, "one is little"


# --- colours ------------------------------------------------------------------------------------------------

TEXT = ("ink", "soft", "main", "other", "good")  # on the page, at least 4.5 to 1
MARKS = ("main", "other", "soft", "level-2", "level-3", "level-4")  # at least 3 to 1, but for a faint level


def themes() -> dict[str, dict[str, str]]:
    style = (FOLDER / "style.css").read_text(encoding="utf-8")
    blocks = re.findall(r":root \{(.*?)\}", style, re.DOTALL)
    assert len(blocks) == 3
    found = [dict(re.findall(r"--([\w-]+): (#\w+);", block)) for block in blocks]
    return dict(zip(("light", "dark", "print"), found, strict=True))


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """As the Web Content Accessibility Guidelines reckon it: 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_reckoned_right() -> None:
    assert contrast("#fff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
def test_text_and_marks_stand_out(theme: str) -> None:
    colours = themes()[theme]
    assert colours.keys() == themes()["light"].keys()
    for name in TEXT:
        assert contrast(colours[name], colours["page"]) >= 4.5, name
        assert contrast(colours["ink"], colours["panel"]) >= 4.5
    for name in MARKS:
        assert contrast(colours[name], colours["page"]) >= (3 if name != "level-2" else 2), name
    levels = ["none", "level-1", "level-2", "level-3", "level-4"]
    steps = [contrast(colours[name], colours["page"]) for name in levels]
    assert all(after > 1.2 * before for before, after in pairwise(steps)), steps
    for tint in ("main-tint", "other-tint", "both"):  # areas of a figure, with letters on them
        assert contrast(colours["ink"], colours[tint]) >= 4.5, tint


def test_a_day_in_another_zone(facts: dict[str, Overview]) -> None:
    """A mock interview that begins late in the evening in UTC is of the next day in the learner's zone."""
    long = facts["long"]
    late = long.mocks[-1]._replace(started=datetime(2026, 11, 20, 23, tzinfo=timezone.utc))
    page = Page(report(long._replace(mocks=(late,)), timezone(timedelta(hours=3))))
    assert "21 November 2026" in [("".join(cell.itertext())) for cell in page.all("th")]
