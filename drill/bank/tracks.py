"""Tracks: what an interview may ask, as weights over problems and topics.

    title: Object detection
    about: Boxes, anchors, matching and evaluation.
    topics: {detection: 3, metrics: 2}      # every problem of the topic
    problems: {iou: 5, nms: 5}              # these problems, whatever their topic's weight
    everything: 1                           # every other problem

A weight says how much one problem counts beside another; 0 leaves it out. Tracks are `problems/tracks/*.yaml`
of each bank and `*.yaml` in the learner's own folder of tracks; the file's name is the track's name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from drill.bank.check import At, Errors, Invalid, Key, Keys, gather, line, mapping, number, unknown
from drill.bank.index import TRACKS
from drill.bank.load import read_file
from drill.bank.schema import BankErrors, Summary
from drill.bank.tree import Unreadable, parse

if TYPE_CHECKING:
    from drill.bank.bank import Bank

_weight = number(0, 100)


@dataclass(frozen=True, slots=True)
class Track:
    """`name` is the file's. `everything` weighs what neither `problems` nor `topics` names."""

    name: str
    title: str
    path: Path
    about: str = ""
    everything: float = 0.0
    topics: Mapping[str, float] = field(default_factory=dict)
    problems: Mapping[str, float] = field(default_factory=dict)

    def weight(self, problem: Summary) -> float:
        by_topic = self.topics.get(problem.topic, self.everything)
        return self.problems.get(problem.id, by_topic)


class UnknownTrack(LookupError):
    """No track of that name; `known` holds all names, `near` those most like it."""

    def __init__(self, name: str, known: tuple[str, ...], near: tuple[str, ...]) -> None:
        super().__init__(name)
        self.name, self.known, self.near = name, known, near


def track_files(roots: Sequence[Path], own: Path) -> dict[str, Path]:
    """Every track's file by name. The learner's `own` folder comes before the banks, the first bank next."""
    folders = [own, *(root / "problems" / TRACKS for root in roots)]
    found: dict[str, Path] = {}
    for folder in folders:
        for path in sorted(folder.glob("*.yaml")):
            found.setdefault(path.stem, path)
    return found


def find_track(name: str, files: Mapping[str, Path], bank: Bank) -> Track:
    """The track of that name. Raises UnknownTrack, or BankErrors with everything wrong in its file."""
    if name in files:
        return load_track(files[name], bank)
    from difflib import get_close_matches

    known = tuple(sorted(files))
    raise UnknownTrack(name, known, tuple(get_close_matches(name, known, n=2)))


def load_track(path: Path, bank: Bank) -> Track:
    """One file, checked against the problems and topics of the bank. Raises BankErrors with every error."""
    errors = Errors(path)
    values: dict[str, Any] = {}
    try:
        at = At(parse(read_file(path)), "", errors)
        values = gather(at, _keys(tuple(s.id for s in bank.summaries()), bank.topics))
        if not errors.found and not any(_weights(values)):
            at.wrong("at least one weight above 0 expected, under everything, topics or problems")
    except Unreadable as error:
        errors.add(error.line, "", error.message)
    except Invalid:
        pass
    if errors.found:
        raise BankErrors(tuple(errors.found))
    return Track(name=path.stem, path=path, **values)


def _keys(ids: Sequence[str], topics: Sequence[str]) -> Keys:
    return {
        "title": Key(line, required=True),
        "about": Key(line),
        "everything": Key(_weight),
        "topics": Key(_weights_of("topic", topics)),
        "problems": Key(_weights_of("problem", ids)),
    }


def _weights_of(what: str, known: Sequence[str]) -> Any:
    def read(name: str, at: At) -> float:
        if name not in known:
            raise at.wrong(unknown(what, name, tuple(known)))
        return _weight(at)

    return mapping(read)


def _weights(values: Mapping[str, Any]) -> list[float]:
    parts = (values.get("topics", {}), values.get("problems", {}))
    return [values.get("everything", 0.0), *(weight for part in parts for weight in part.values())]
