"""When a file has been saved.

The file's status is looked at ten times a second. That is one system call for one file, and needs neither a
thread nor a package; it sees editors that write by renaming another file into place, files that are removed
and made again, and every file system, a network's or a container's too, which notifications do not.
"""

from __future__ import annotations

from pathlib import Path

LOOK = 0.1  # seconds between two looks
SETTLED = 0.05  # a file that has been as it is for so long is written to its end
GONE = 0.5  # one that is missing for so long was not merely being replaced
LONGEST = 1.0  # one that keeps changing is not waited for any longer

Mark = tuple[int, int, int]


class Changes:
    """Of the file at `path`, starting with the file as it is, which counts as new unless `seen`."""

    def __init__(self, path: Path, seen: bool = False) -> None:
        self._path = path
        self._known: Mark | str | None = self._mark() if seen else "nothing yet"
        self._last: Mark | None = None
        self._since = self._first = 0.0  # when the file became as it was last seen, and began to change

    def saved(self, now: float) -> bool:
        """Whether there is something new to read, at the time `now` (seconds of any clock).

        What is written between this look and the reading is seen at the next look."""
        mark = self._mark()
        if mark == self._known:
            self._first = 0.0
            return False
        if not self._first:
            self._first = now
        if mark != self._last or self._first == now:
            self._last, self._since = mark, now
        patience = SETTLED if mark else GONE
        if now - self._since < patience and now - self._first < LONGEST:
            return False
        self._known, self._first = mark, 0.0
        return True

    @property
    def changing(self) -> bool:
        """The file is being written: look again soon."""
        return self._first > 0

    def _mark(self) -> Mark | None:
        """What differs after a save; None where there is no file."""
        try:
            found = self._path.stat()
        except OSError:
            return None
        return found.st_ino, found.st_size, found.st_mtime_ns
