"""The learner's folder. No file there is ever overwritten: it is put aside first, and new files only appear
where there is none.

    ~/drill/iou.py                             what the learner works on
    ~/drill/.aside/iou.2026-11-21T0930.py      the same file as it was put aside then (local time)

A file is moved, not copied, so an editor that saves at that moment loses nothing; a starter is written under
another name and linked into place, so a kill leaves either all of it or nothing.
"""

from __future__ import annotations

import os
from datetime import datetime
from errno import ENOSPC
from itertools import chain, count
from pathlib import Path

from drill.errors import BadInput

ASIDE = ".aside"
LARGEST_SOURCE = 256 * 1024  # bytes


def read_source(file: Path) -> str:
    """A solution file's text. `BadInput` for anything that cannot be one."""
    try:
        if file.is_dir():
            raise BadInput(f"{file} is a directory.", "Name the .py file itself.")
        if not file.exists():
            raise BadInput(
                f"{file} does not exist.", "Check the name; `drill next` tells where your file is."
            )
        if not file.is_file():
            raise BadInput(f"{file} is not a regular file.", "Name a .py file.")
        with file.open("rb") as stream:
            raw = stream.read(LARGEST_SOURCE + 1)
    except (OSError, ValueError) as error:  # ValueError: a null byte in the name
        reason = getattr(error, "strerror", None) or "not a usable name"
        raise BadInput(f"{file} cannot be read: {reason}.", "Check its permissions.") from error
    return _text(file, raw)


def text_of(path: Path) -> str | None:
    """The text of a file to keep; None when there is none, or it is not a text to keep."""
    try:
        return read_source(path)
    except BadInput:
        return None


def _text(file: Path, raw: bytes) -> str:
    if len(raw) > LARGEST_SOURCE:
        raise BadInput(
            f"{file} is larger than {LARGEST_SOURCE // 1024} KiB.", "Submit the solution alone, without data."
        )
    if not raw.strip():
        raise BadInput(
            f"{file} is empty.", "Write your solution into it, or get a starter with `drill start ID`."
        )
    if b"\0" in raw:
        raise BadInput(f"{file} is a binary file.", "Name the .py file with your solution.")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise BadInput(
            f"{file} is not UTF-8 text (line {line}).", "Save it as UTF-8 and try again."
        ) from None


class Workspace:
    """`now` is local time: it names what is put aside. Methods raise `BadInput` for an unusable folder."""

    def __init__(self, folder: Path, now: datetime) -> None:
        self.folder, self._now = folder, now

    def put_aside(self, path: Path) -> Path | None:
        """Move a file out of the way; its new place, or None when there was nothing."""
        if not os.path.lexists(path):
            return None
        if path.is_dir():
            raise BadInput(
                f"{path} is a directory.", "Move it away: drill wants to write a file of that name."
            )
        try:
            aside = self._free(path)
            try:
                path.rename(aside)
            except OSError:
                aside.unlink()
                raise
        except OSError as error:
            raise self._refused(error) from error
        return aside

    def write(self, path: Path, text: str) -> None:
        """A new file. What another program has put there meanwhile is put aside, not replaced."""
        part = path.with_name(f".{path.name}.part")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            part.unlink(missing_ok=True)  # after a kill it may be another name of the learner's own file
            part.write_text(text, encoding="utf-8", newline="")
            while not _publish(part, path):
                self.put_aside(path)
        except OSError as error:
            raise self._refused(error) from error

    def bring_back(self, aside: Path, path: Path) -> None:
        """Move a file that was put aside to a place that is free."""
        try:
            if not _publish(aside, path):
                raise FileExistsError(17, "a file appeared there meanwhile")
        except OSError as error:
            raise self._refused(error) from error

    def replace(self, path: Path, text: str) -> Path | None:
        """Put the file aside and write another; when that fails, the file is back where it was."""
        aside = self.put_aside(path)
        try:
            self.write(path, text)
        except BaseException:
            if aside is not None and not os.path.lexists(path):
                self.bring_back(aside, path)
            raise
        return aside

    def _free(self, path: Path) -> Path:
        """An unused name in the aside folder, reserved with an empty file that the move replaces."""
        folder = self.folder / ASIDE
        folder.mkdir(parents=True, exist_ok=True)
        stem = f"{path.stem}.{self._now.strftime('%Y-%m-%dT%H%M')}"
        for tail in chain([""], (f"-{n}" for n in count(2))):
            aside = folder / f"{stem}{tail}{path.suffix}"
            try:
                os.close(os.open(aside, os.O_CREAT | os.O_EXCL, 0o600))
            except FileExistsError:
                continue
            return aside
        raise AssertionError("names do not run out")

    def _refused(self, error: OSError) -> BadInput:
        todo = "Make it writable, or choose another: drill config set workspace FOLDER"
        if error.errno == ENOSPC:
            todo = "Free some space and run the command again."
        return BadInput(f"The workspace {self.folder} cannot be written: {error.strerror or error}.", todo)


def _publish(part: Path, path: Path) -> bool:
    """Move `part` to `path` unless something is there; False when something is."""
    try:
        os.link(part, path)
    except FileExistsError:
        return False
    except OSError:  # a file system without hard links
        if os.path.lexists(path):
            return False
        part.rename(path)
        return True
    part.unlink()
    return True
