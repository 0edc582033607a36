"""Arguments and options that several commands take, each described once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from drill.bank.schema import Framework
from drill.cli import complete
from drill.cli.complete import problem_ids, topics, tracks
from drill.cli.session import Session
from drill.errors import BadInput
from drill.schedule.rating import Rating

if TYPE_CHECKING:
    from drill.bank.tracks import Track

FRAMEWORKS, DEVICES = ("numpy", "torch"), ("cpu", "cuda", "mps")
RATINGS = tuple(rating.word for rating in Rating)

ProblemId = Annotated[str, typer.Argument(metavar="ID", help="The problem's id.", autocompletion=problem_ids)]
MaybeProblemId = Annotated[
    str | None,
    typer.Argument(
        metavar="[ID]", help="The problem's id; by default the open one.", autocompletion=problem_ids
    ),
]
LatestProblemId = Annotated[
    str | None,
    typer.Argument(
        metavar="[ID]",
        help="A problem; by default the last one submitted.",
        autocompletion=problem_ids,
    ),
]
File = Annotated[Path, typer.Argument(metavar="FILE", help="Your solution.")]
Problem = Annotated[
    str | None,
    typer.Option(
        "--problem",
        metavar="ID",
        help="The problem, where the file does not say.",
        autocompletion=problem_ids,
    ),
]
FrameworkName = Annotated[
    str | None,
    typer.Option(
        "--framework",
        metavar="|".join(FRAMEWORKS),
        help="By default numpy, or as configured.",
        autocompletion=complete.one_of(FRAMEWORKS),
    ),
]
Device = Annotated[
    str | None,
    typer.Option(
        "--device",
        metavar="|".join(DEVICES),
        help="Where torch computes; by default the CPU.",
        autocompletion=complete.one_of(DEVICES),
    ),
]
Topic = Annotated[
    str | None, typer.Option("--topic", metavar="TOPIC", help="Only this topic.", autocompletion=topics)
]
TrackName = Annotated[
    str | None,
    typer.Option(
        "--track",
        metavar="TRACK",
        help="What may be asked: core, cv, detection, nlp, training, everything (default), or your own.",
        autocompletion=tracks,
    ),
]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")]
RatingName = Annotated[
    str | None,
    typer.Option(
        "--rate",
        metavar="|".join(RATINGS),
        help="How it felt, instead of drill's own rating.",
        autocompletion=complete.one_of(RATINGS),
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON (docs/json.md) instead of a screen.")]
Browse = Annotated[bool, typer.Option("--open", help="Write it as a page and show it in a browser.")]
Edit = Annotated[bool, typer.Option("--edit", help="Open the file in $VISUAL or $EDITOR.")]
More = Annotated[bool, typer.Option("--more", help="Go on beyond today's limits.")]


def framework_of(name: str | None) -> Framework | None:
    """Raises BadInput for anything but numpy and torch."""
    return one_of(name, FRAMEWORKS, "--framework")  # type: ignore[return-value]


def device_of(name: str | None) -> str | None:
    return one_of(name, DEVICES, "--device")


def rating_of(word: str | None) -> Rating | None:
    """Raises BadInput for anything but the four ratings."""
    known = one_of(word, RATINGS, "The rating", "For example: drill rate hard")
    return Rating[known.upper()] if known else None


def one_of(word: str | None, words: Sequence[str], option: str, todo: str = "") -> str | None:
    """The word, if it is one of these; BadInput otherwise."""
    if word is None or word in words:
        return word
    todo = todo or f"For example: {option} {words[0]}"
    raise BadInput(f"{option} is one of {', '.join(words)}, not {word!r}.", todo)


def track_of(session: Session, name: str) -> Track:
    """The track of that name. Raises BadInput, with every error of a broken one."""
    from drill.bank.schema import BankErrors
    from drill.bank.tracks import UnknownTrack, find_track

    try:
        return find_track(name, session.tracks, session.bank)
    except BankErrors as errors:
        lines = "\n".join(map(str, errors.errors))
        raise BadInput(
            f"The track {name} is broken.\n{lines}", "Correct the file and run this again."
        ) from None
    except UnknownTrack as unknown:
        near = f" Did you mean {' or '.join(unknown.near)}?" if unknown.near else ""
        raise BadInput(f"There is no track {name!r}.{near}", f"Tracks: {', '.join(unknown.known)}") from None


def problem_or_open(session: Session, problem_id: str | None) -> str:
    """The id that was typed, else the open problem's. Raises BadInput where neither is."""
    found = problem_id or session.practice.current()
    if found is None:
        raise BadInput("No problem is open, so say which one you mean.", "drill list")
    return found
