"""The screens of `drill interview`: where one stands, a question, the scorecard."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, tzinfo

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from drill.cli.render.markdown import Statement
from drill.cli.render.tables import plain_table
from drill.cli.render.times import count, length, moment
from drill.practice.scorecard import Ended, MockAnswer, MockProblem, Question, Scorecard, Standing

SHORT_OF = 0.75  # of the time: problems that fill less of it are worth a word
MOST_COMPARED = 6
_JUDGED = {"good": "good", "partly": "warn", "missed": "bad"}


# -- while it is on ------------------------------------------------------------------------------------------


def begun(mock: Standing) -> RenderableType:
    """The rules and the problems, before the first is opened."""
    total = sum(each.minutes for each in mock.problems)
    track = f" of the track {mock.track}" if mock.track else ""
    text = Text.assemble((f"A mock interview of {mock.minutes:g} minutes", "bold"))
    text.append(f": {count(len(mock.problems), 'problem')}{track}, meant for {total:g} minutes.")
    if len(mock.problems) == 1:
        of = "track" if mock.track else "bank"
        text.append(f" The others of the {of} do not fit beside it, are open, or were seen today.")
    elif total < SHORT_OF * mock.minutes:
        text.append(" There is time to spare.")
    if len(mock.problems) > 1 and not any(each.warm_up for each in mock.problems):
        text.append(" No warm-up fits.")
    rules = (
        "The clock runs, and nothing stops it. next, run, watch and submit work as always, skip goes on to "
        "the next of these problems; there are no hints, no why and no solution. Questions follow at the end."
    )
    return Group(text, Text(), _problems(mock), Text(), Text(rules))


def standing(mock: Standing, now: datetime, zone: tzinfo | None) -> RenderableType:
    begun = moment(mock.started, now, zone)
    track = f", track {mock.track}" if mock.track else ""
    head = Text.assemble((f"Mock interview of {mock.minutes:g} minutes", "bold"), f", begun {begun}{track}")
    return Group(head, Text(), _problems(mock))


def _problems(mock: Standing) -> Table:
    """What has not been reached yet has no name."""
    table = plain_table("", "problem", "target", "time", "submissions", "cases", "", right=("target", "time"))
    for number, each in enumerate(mock.problems, 1):
        name = Text(each.problem, "name") if each.given else Text("to come", "faint")
        if each.warm_up:
            name.append(" (warm-up)", "faint")
        table.add_row(f"  {number}", name, *_figures(each), _state(mock, each))
    return table


def _figures(each: MockProblem) -> tuple[str, str, str, str]:
    time = length(each.seconds) if each.given else ""
    tries = str(each.submissions) if each.given or each.submissions else ""
    return f"{each.minutes:g} min", time, tries, f"{each.passed}/{each.cases}" if each.cases else ""


def _state(mock: Standing, each: MockProblem) -> Text:
    if each.solved:
        return Text("solved", "good")
    if each.problem == mock.at_hand and each.given:
        return Text("at hand", "warn")
    return Text("put off" if each.given else "", "warn")


# -- the questions -------------------------------------------------------------------------------------------


def before_questions(questions: Sequence[Question]) -> RenderableType:
    return Text(
        f"{count(len(questions), 'question')}, off the clock. Answer each in a line of your own words, then "
        "compare. Nothing typed counts as missed; Ctrl-D leaves, and what you said is kept."
    )


def question(found: Question, unicode: bool) -> RenderableType:
    title = Text(f"Question {found.number} of {found.of}, on {found.problem}", "bold")
    parts: list[RenderableType] = [Text(), title, Text(), Statement(found.ask, unicode), Text()]
    if found.given:
        parts.append(Text(f"You said: {found.given}"))
    return Group(*parts)


def model_answer(found: Question, unicode: bool) -> RenderableType:
    return Group(Text(), Text("A good answer", "bold"), Text(), Statement(found.answer, unicode), Text())


def given_up(ended: Ended) -> RenderableType:
    """What the end of the coding did to the schedule."""
    lines = []
    if ended.given_up:
        lines.append(f"Not solved, so rated again: {', '.join(ended.given_up)}.")
    if ended.left_open:
        names = ", ".join(ended.left_open)
        lines.append(f"Not rated, for there was too little time, and still open: {names}.")
    return Text(" ".join(lines))


# -- the scorecard -------------------------------------------------------------------------------------------


def scorecard(
    card: Scorecard,
    earlier: Sequence[Scorecard],
    which: int,
    now: datetime,
    zone: tzinfo | None,
    unicode: bool = True,
) -> RenderableType:
    """`earlier` ones newest first; `which` is the card's number as `--show` counts them."""
    parts: list[RenderableType] = [*_headline(card, now, zone), Text(), _courses(card)]
    if any(each.slips for each in card.problems):
        parts += _section("Slips", _slips(card))
    if card.noticed:
        parts += _section("What an interviewer would have noticed", _noticed(card))
    if card.answers:
        parts += _section("Your answers, as you judged them", _answers(card.answers, unicode))
    if earlier:
        cards = [card, *earlier[: MOST_COMPARED - 1]]
        parts += _section("Beside earlier mock interviews", _compared(cards, which, now, zone))
    return Group(*parts)


def _section(title: str, body: RenderableType) -> list[RenderableType]:
    return [Text(), Text(title, "bold"), body]


def _headline(card: Scorecard, now: datetime, zone: tzinfo | None) -> Iterator[Text]:
    track = f", track {card.track}" if card.track else ""
    yield Text.assemble(
        ("Scorecard", "bold"),
        f" of the mock interview {moment(card.started, now, zone)}, {card.minutes:g} minutes{track}",
    )
    yield Text()
    how = {
        "solved": f"after {length(card.seconds)}",
        "time": "until the time was up",
        "asked": f"ended by you after {length(card.seconds)}",
    }[card.how]
    style = "good" if card.score >= 0.75 else "warn" if card.score >= 0.5 else "bad"
    solved = f"{card.solved} of {count(len(card.problems), 'problem')} solved, {how}."
    yield Text.assemble("Score ", (f"{card.score:.0%}", f"bold {style}"), f": {solved}")
    yield Text("That is the share of cases passed at best, weighted by the targets.", "faint")


def _courses(card: Scorecard) -> Table:
    columns = ("  problem", "target", "time", "first run", "submissions", "cases", "credit")
    table = plain_table(*columns, right=columns[1:])
    for each in card.problems:
        target, time, tries, cases = _figures(each)
        name = Text.assemble("  ", (each.problem, "name"), (" (warm-up)" if each.warm_up else "", "faint"))
        first = "" if each.first_run is None else length(each.first_run)
        mark = Text.assemble((f"{each.credit:.0%}", "good" if each.solved else "bad"))
        table.add_row(name, target, time or "–", first, tries, cases, mark)
    return table


def _slips(card: Scorecard) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    for each in card.problems:
        if each.slips:
            table.add_row(Text(f"  {each.problem}", "name"), "; ".join(each.slips))
    return table


def _noticed(card: Scorecard) -> Table:
    """A problem's name once, its facts below each other."""
    table = Table.grid(padding=(0, 2, 0, 0))
    last = None
    for each in card.noticed:
        name = each.problem or "in all"
        table.add_row(Text(f"  {name if each.problem != last else ''}", "name"), each.says)
        last = each.problem
    return table


def _answers(answers: Sequence[MockAnswer], unicode: bool) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    for each in answers:
        word = each.rating or "not judged"
        judged = Text(f"  {word}", _JUDGED.get(word, "faint"))
        table.add_row(judged, Text(each.problem, "name"), Statement(each.ask, unicode))
    return table


def _compared(cards: Sequence[Scorecard], which: int, now: datetime, zone: tzinfo | None) -> Table:
    columns = ("", "when", "minutes", "solved", "score", "submissions", "answers")
    table = plain_table(*columns, right=columns[2:])
    for number, card in enumerate(cards, which):
        table.add_row(
            f"  {number}",
            moment(card.started, now, zone),
            f"{card.minutes:g}",
            f"{card.solved}/{len(card.problems)}",
            f"{card.score:.0%}",
            str(card.submissions),
            "" if card.answered is None else f"{card.answered:.0%}",
        )
    return table
