"""What `drill doctor` looks at, without importing NumPy or torch: their versions stand in their metadata."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

from drill import __version__
from drill.cli.render.times import count
from drill.cli.session import Session, tidy
from drill.errors import DrillError
from drill.runner import sandbox


class Check(NamedTuple):
    """`ok` is None for a fact that is neither good nor bad."""

    section: str
    name: str
    ok: bool | None
    says: str


def checks(session: Session) -> tuple[Check, ...]:
    """Everything, in the order of the screen."""
    return (*_libraries(), *_sandbox(), *_places(session), *_bank(session))


def _libraries() -> Iterator[Check]:
    section = "Software"
    yield Check(
        section,
        "drill",
        None,
        f"{__version__}, Python {platform.python_version()}, {platform.system()} {platform.release()}",
    )
    yield Check(section, "NumPy", True, metadata.version("numpy"))
    try:
        yield Check(section, "PyTorch", True, metadata.version("torch"))
    except metadata.PackageNotFoundError:
        says = "not installed; for torch submissions: pip install 'interview-drill[torch]'"
        yield Check(section, "PyTorch", None, says)


def _sandbox() -> Iterator[Check]:
    section = "Sandbox for submissions"
    layers = sandbox.layers()
    for layer in layers:
        yield Check(section, layer.name, layer.on or (None if not layer.required else False), layer.reason)
    if all(layer.on for layer in layers if layer.required):
        yield Check(section, "isolated", True, "a submission reaches no file, network or process of yours")
    else:
        yield Check(section, "isolated", None, "limits hold, but grade only code that you trust")


def _places(session: Session) -> Iterator[Check]:
    section, settings = "Places", session.settings
    try:
        yield Check(section, "log", True, f"{tidy(settings.log)}, {_submissions(session)}")
    except DrillError as error:
        yield Check(section, "log", False, error.message)
    for name in ("workspace", "cache", "runtime"):
        yield _writable(section, name, getattr(settings, name))
    there = "" if settings.config.exists() else " (not there: defaults hold)"
    yield Check(section, "config", None, f"{tidy(settings.config)}{there}")


def _writable(section: str, name: str, folder: Path) -> Check:
    """Whether files can be made in a folder, or in the nearest one above it that exists."""
    there = next(path for path in (folder, *folder.parents) if path.exists())
    good = there.is_dir() and os.access(there, os.W_OK | os.X_OK)
    return Check(
        section, name, good, tidy(folder) + ("" if good else f": {tidy(there)} cannot be written to")
    )


def _bank(session: Session) -> Iterator[Check]:
    bank = session.bank
    where = ", ".join(tidy(root) for root in session.roots)
    yield Check("Problems", "found", bool(bank.summaries()), f"{len(bank.summaries())} in {where}")
    for error in bank.errors:
        yield Check("Problems", "broken", False, str(error))


def _submissions(session: Session) -> str:
    return count(session.practice.stats().submissions, "submission")
