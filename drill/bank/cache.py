"""Files that only save time: where one is missing, damaged or cannot be written, work is done again.

Such a file holds a CRC-32 in its first line, then JSON: what it was made for (by which code, for which bank
or problem) and the content. It is replaced whole, so that a reader never sees half of it.
"""

from __future__ import annotations

import json
import os
import zlib
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

# How long a source must have been left alone before its change time is trusted to tell of every later change:
# some file systems know times only to two seconds.
SETTLED_NS = 2_000_000_000


def cache_file(folder: Path, kind: str, source: Path) -> Path:
    return folder / f"{kind}-{zlib.crc32(os.fsencode(source)):08x}.json"


def read(file: Path, source: Path) -> tuple[Any, int]:
    """The content and when it was written (ns); None where there is no good one for `source`."""
    try:
        with file.open("rb") as stream:
            checksum, data = stream.readline(), stream.read()
            written_ns = os.fstat(stream.fileno()).st_mtime_ns
        if int(checksum, 16) != zlib.crc32(data):
            return None, 0
        made_for, content = json.loads(data)
    except (OSError, ValueError):
        return None, 0
    return (content, written_ns) if made_for == [_code(), str(source)] else (None, 0)


def write(file: Path, source: Path, content: Any) -> None:
    data = json.dumps([[_code(), str(source)], content]).encode()
    draft = file.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            draft.write_bytes(b"%08x\n" % zlib.crc32(data) + data)
            draft.replace(file)
        finally:
            draft.unlink(missing_ok=True)


@cache
def _code() -> int:
    """Changes with every change to this package, so that no code reads what other code has written."""
    with os.scandir(Path(__file__).parent) as entries:
        return max(entry.stat().st_mtime_ns for entry in entries if entry.name.endswith(".py"))
