"""`drill new`: the files of a problem that works, each explaining itself, to be replaced bit by bit."""

from __future__ import annotations

import re
from pathlib import Path

from drill.bank.files import grader_folder
from drill.bank.keys import ID, TOPIC
from drill.errors import BadInput

_TEMPLATE = Path(__file__).parent / "template"
# All carry ".txt" there: they are text to this package, and its Python files import what it must not.
_FILES = (
    "cases.py",
    "reference_numpy.py",
    "reference_torch.py",
    "figure.svg",
    "right/row_by_row.py",
    "wrong/in_place.py",
)


def scaffold(root: Path, topic: str, problem_id: str) -> tuple[Path, ...]:
    """Writes a new problem into the bank `root`, the YAML file first. Nothing that exists is overwritten.

    Raises BadInput when a name is not allowed, a file is in the way or cannot be written.
    """
    _check_name(TOPIC, topic, "topic", "small letters, digits and underscores: normalization")
    _check_name(ID, problem_id, "id", "small letters, digits and hyphens: conv-output-shape")
    path = root / "problems" / topic / f"{problem_id}.yaml"
    graders = grader_folder(root, path)
    sources = {path: _TEMPLATE / "problem.yaml"}
    sources |= {graders / name: _TEMPLATE / f"{name}.txt" for name in _FILES}
    for target in sources:
        if target.exists():
            raise BadInput(f"{target} exists already.", "Choose another id, or remove it first.")
    try:
        for target, source in sources.items():
            text = source.read_text(encoding="utf-8")
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("x", encoding="utf-8") as file:
                file.write(text.replace("my-problem", problem_id).replace("my_topic", topic))
    except OSError as error:
        raise BadInput(f"{error.filename} cannot be written: {error.strerror}.") from error
    return tuple(sources)


def _check_name(pattern: str, name: str, what: str, rule: str) -> None:
    if not re.fullmatch(pattern, name):
        raise BadInput(f"{name!r} cannot be the {what} of a problem.", f"Use {rule}")
