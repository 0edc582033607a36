"""Where a warm host is found: its private socket, who may talk over it, and which host it must be.

A warm host is the host of an earlier command that stayed (see `host`). Its socket lies in a folder that
only its user may enter, both sides check the other's user id, and its name holds a stamp of everything the
host has in memory: another drill, another Python, an installed package, and the next command looks
elsewhere. Nothing here is needed: where a step fails, a command starts a host of its own.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import socket
import struct
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zlib import crc32

from drill.runner import frames, spawn

_SO_PEERCRED = 17
_LOCAL_PEERCRED = 1  # macOS: option 1 at level 0 gives a struct xucred
_BACKLOG = 16
_PATIENCE = 2.0  # seconds for a host to take a connection, or to answer about itself


def folder(runtime: Path) -> Path | None:
    """The private folder of the sockets; None where there cannot be one."""
    path = runtime / "warm"
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = path.stat()
    except OSError:
        return None
    private = found.st_uid == os.geteuid() and not found.st_mode & 0o077
    return path if private else None


def stamp(judge: str) -> str:
    """Changes whenever a host started now would differ from one that was started before."""
    drill = Path(__file__).parents[1]
    seen: list[Any] = [judge, sys.executable, sys.version, sorted(spawn.environment().items())]
    seen += [_changed(entry) if entry.endswith("-packages") else entry for entry in spawn.module_path()]
    seen += [_changed(each.path) for each in _sources(str(drill))]
    text = repr(seen).encode()
    return f"{crc32(text):08x}{crc32(text, 1):08x}"


def connect(path: Path) -> socket.socket | None:
    """A connection to the host that listens at `path`; None when there is none, or it is not ours."""
    connection = socket.socket(socket.AF_UNIX)
    connection.settimeout(_PATIENCE)
    try:
        with _short(path) as address:
            connection.connect(address)
        if peer(connection) == os.geteuid():
            connection.settimeout(None)
            return connection
    except OSError:  # nobody listens, or a stale file
        pass
    connection.close()
    return None


def listen(path: Path) -> tuple[socket.socket, int] | None:
    """The listening socket at `path` and the lock that goes with it; None when another host has it."""
    try:
        lock = os.open(path.with_suffix(".lock"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError:
        return None
    listener = socket.socket(socket.AF_UNIX)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        path.unlink(missing_ok=True)  # of a host that was killed: the lock is ours
        with _short(path) as address:
            listener.bind(address)
        listener.listen(_BACKLOG)
    except OSError:  # another host, a full disk
        os.close(lock)
        listener.close()
        return None
    return listener, lock


def peer(connection: socket.socket) -> int:
    """The user id of the other side. Raises OSError."""
    if sys.platform == "linux":
        _, uid, _ = struct.unpack("3i", connection.getsockopt(socket.SOL_SOCKET, _SO_PEERCRED, 12))
    else:
        _, uid = struct.unpack_from("2I", connection.getsockopt(0, _LOCAL_PEERCRED, 76))
    return int(uid)


def ask(path: Path, what: str) -> dict[str, Any] | None:
    """What the host at `path` says of itself ("status"), or before it leaves ("stop"); None without one."""
    connection = connect(path)
    if connection is None:
        return None
    with connection, contextlib.suppress(OSError, frames.FrameError):
        connection.settimeout(_PATIENCE)
        frames.send(connection, {"ask": what})
        answer: dict[str, Any] | None = frames.receive(connection)
        return answer
    return None


def sockets(runtime: Path) -> list[Path]:
    """Of every host, of whatever stamp."""
    found = folder(runtime)
    return sorted(found.glob("*.sock")) if found else []


def stop_others(address: Path) -> None:
    """Hosts of another drill or Python leave when one of this one stays."""
    for path in sockets(address.parents[1]):
        if path != address:
            ask(path, "stop")


@contextlib.contextmanager
def _short(path: Path) -> Iterator[str]:
    """An address of at most 100 bytes for a socket: longer ones go over the folder's descriptor (Linux)."""
    if len(os.fsencode(path)) <= 100 or sys.platform != "linux":
        yield str(path)
        return
    parent = os.open(path.parent, os.O_PATH | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        yield f"/proc/self/fd/{parent}/{path.name}"
    finally:
        os.close(parent)


def _changed(path: str) -> tuple[str, int]:
    try:
        return path, os.stat(path).st_mtime_ns  # noqa: PTH116 - Path.stat is slower, and this is a hot path
    except OSError:
        return path, 0


def _sources(package: str) -> Iterator[os.DirEntry[str]]:
    with os.scandir(package) as entries:
        for entry in entries:
            if entry.name.endswith(".py"):
                yield entry
            elif entry.is_dir(follow_symlinks=False) and entry.name[0] not in "_.":
                yield from _sources(entry.path)
