"""Every key of a problem file: how it is read and whether it must be there.

These tables are the format. `docs/problem-format.md` explains each key, and a test compares the two.
"""

from __future__ import annotations

import keyword
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from drill.bank.check import (
    At,
    Invalid,
    Key,
    Keys,
    Reader,
    choice,
    flag,
    gather,
    integer,
    line,
    many,
    mapping,
    matching,
    number,
    plain,
    record,
    text,
)
from drill.bank.schema import Case, Equivalent, Figure, Followup, Limits, Mistake, Speed, Tolerance

# What a wrong version may come to: every verdict but the one of right versions and the one that is our fault.
WRONG_VERDICTS = (
    "wrong answer",
    "run-time error",
    "time limit exceeded",
    "memory limit exceeded",
    "output limit exceeded",
    "compile error",
    "rule violation",
)

ID = r"[a-z][a-z0-9]*(-[a-z0-9]+)*"
TOPIC = r"[a-z][a-z0-9]*(_[a-z0-9]+)*"
_WORD = r"[A-Za-z_][A-Za-z0-9_]*"

problem_id = matching(ID, "an id: small letters, digits and single hyphens, a letter first")
topic_name = matching(TOPIC, "a topic: small letters, digits and single underscores, a letter first")
_frameworks = many(choice("numpy", "torch"), at_least=1, unique=str)
_rtol = number(0.0, 1.0)


def _argument(name: str, at: At) -> Any:
    if not name.isidentifier() or keyword.iskeyword(name) or name == "rng":
        raise at.wrong(f"{name!r} cannot be an argument of generate(): it must be a Python name, and not rng")
    return plain(at)


_arguments: Reader[Mapping[str, Any]] = mapping(_argument)


def _case_name(at: At) -> str:
    name = line(at)
    if name.startswith("speed:"):
        raise at.wrong("names that begin with 'speed:' are the speed bound's")
    return name


def case_arguments(at: At) -> At:
    """A case less the engine's keys: what remains is for `generate`."""
    return at.narrowed(lambda name: name not in CASE)


def _case(at: At) -> Case:
    before = len(at.errors.found)
    values = gather(at.narrowed(CASE.__contains__), CASE)
    with suppress(Invalid):
        values["args"] = _arguments(case_arguments(at))
    if len(at.errors.found) > before:
        raise Invalid
    return Case(**values)


def _output_tolerance(name: str, at: At) -> Tolerance:
    """A number, which is rtol, or a mapping with rtol and atol."""
    if name in DTYPE_TOLERANCE:
        raise at.wrong("a case has one dtype, so say rtol")
    if isinstance(at.node.value, dict):
        return record(TOLERANCE, Tolerance)(at)
    return Tolerance(rtol=_rtol(at))


def _tolerances(at: At) -> Mapping[str, Tolerance]:
    """By output name; `rtol` and `atol` themselves, which hold for all outputs, come under the empty name."""
    everywhere = gather(at.narrowed(TOLERANCE.__contains__), TOLERANCE)
    by_output = mapping(_output_tolerance)(at.narrowed(lambda name: name not in TOLERANCE))
    return {"": Tolerance(**everywhere), **by_output} if everywhere else by_output


def _problem_tolerance(at: At) -> tuple[Mapping[str, float], Mapping[str, Tolerance]]:
    """The relative tolerance by dtype, and the rest as in a case."""
    by_dtype = gather(at.narrowed(DTYPE_TOLERANCE.__contains__), DTYPE_TOLERANCE)
    return by_dtype, _tolerances(at.narrowed(lambda name: name not in DTYPE_TOLERANCE))


def _edit(old: str, at: At) -> str:
    new = at.node.value if at.node.value == "" else text(at)  # an edit may delete
    if not old.strip():
        raise at.wrong("the text to be changed must not be empty")
    if new == old:
        raise at.wrong("changes nothing")
    return str(new)


def _change(at: At) -> Mapping[str, str]:
    edits = mapping(_edit)(at)
    if not edits:
        raise at.wrong("at least one edit expected")
    return edits


def _speed(**values: Any) -> Speed:
    values["args"] = values.pop("with")
    return Speed(**values)


DTYPE_TOLERANCE: Keys = {"float64": Key(_rtol), "float32": Key(_rtol)}

TOLERANCE: Keys = {"rtol": Key(_rtol), "atol": Key(number(0.0, 1e30))}

CASE: Keys = {
    "name": Key(_case_name, required=True),
    "visible": Key(flag),
    "dtype": Key(choice("float64", "float32")),
    "layout": Key(choice("contiguous", "strided", "fortran")),
    "raises": Key(matching(_WORD, "the name of an exception class")),
    "tolerance": Key(_tolerances),
    "frameworks": Key(_frameworks),
}

MISTAKE: Keys = {
    "name": Key(line, required=True),
    "says": Key(text, required=True),
    "change": Key(_change, required=True),
    "verdict": Key(choice(*WRONG_VERDICTS)),
}

LIMITS: Keys = {"seconds": Key(number(0.01, 600.0)), "memory_mb": Key(integer(16, 65_536))}

SPEED: Keys = {"with": Key(_arguments, required=True), "at_most": Key(number(1.0, 1e6))}

FOLLOWUP: Keys = {"ask": Key(text, required=True), "answer": Key(text, required=True)}

FIGURE: Keys = {
    "svg": Key(matching(r"[a-z0-9_]+\.svg", "the name of a file, such as figure.svg"), required=True),
    "alt": Key(text, required=True),
}

EQUIVALENT: Keys = {
    "line": Key(line, required=True),
    "change": Key(line, required=True),
    "because": Key(text, required=True),
}

PROBLEM: Keys = {
    "id": Key(problem_id, required=True),
    "title": Key(line, required=True),
    "topic": Key(topic_name, required=True),
    "difficulty": Key(choice("easy", "medium", "hard"), required=True),
    "minutes": Key(integer(1, 240), required=True),
    "prerequisites": Key(many(problem_id, unique=str)),
    "frameworks": Key(_frameworks, required=True),
    "source": Key(text, required=True),
    "statement": Key(text, required=True),
    "figure": Key(record(FIGURE, Figure)),
    "starter": Key(text, required=True),
    "driver": Key(text),
    "cases": Key(many(_case, at_least=2, unique=lambda case: case.name), required=True),
    "mistakes": Key(
        many(record(MISTAKE, Mistake), at_least=1, unique=lambda mistake: mistake.name), required=True
    ),
    "forbid": Key(
        many(matching(rf"{_WORD}(\.{_WORD})+", "a dotted name such as torch.nn.BatchNorm1d"), unique=str)
    ),
    "allow": Key(many(matching(_WORD, "the name of a package"), unique=str)),
    "tolerance": Key(_problem_tolerance),
    "limits": Key(record(LIMITS, Limits)),
    "speed": Key(record(SPEED, _speed)),
    "hints": Key(many(text, at_least=1), required=True),
    "followups": Key(many(record(FOLLOWUP, Followup))),
    "equivalent": Key(
        many(record(EQUIVALENT, Equivalent), unique=lambda mutant: f"{mutant.line} -> {mutant.change}")
    ),
}

# By the name of the section in the docs.
TABLES: Mapping[str, Keys] = {
    "problem": PROBLEM,
    "case": CASE,
    "tolerance": {**DTYPE_TOLERANCE, **TOLERANCE},
    "mistake": MISTAKE,
    "limits": LIMITS,
    "speed": SPEED,
    "figure": FIGURE,
    "followup": FOLLOWUP,
    "equivalent": EQUIVALENT,
}
