"""The scratch folders of runners: private, one each, gone with it.

They are named after the session that made them, so that those of a session that was killed can be told.
"""

from __future__ import annotations

import contextlib
import os


def make(root: str, number: int) -> str:
    """A new folder, or "" where none can be made (a full disk, say): then nothing can be written."""
    path = f"{root}/{os.getpid()}-{number}"
    remove(path)  # of a session long ago that had our id
    try:
        os.mkdir(path, 0o700)  # noqa: PTH102
    except OSError:
        return ""
    return path


def remove(folder: str) -> None:
    """A folder with what is in it: files only where Landlock is on."""
    try:
        os.rmdir(folder)  # noqa: PTH106
    except FileNotFoundError:
        return
    except OSError:
        import shutil  # rarely needed

        with contextlib.suppress(RecursionError):
            shutil.rmtree(folder, ignore_errors=True)


def sweep(root: str) -> None:
    """Removes the folders of sessions that ended without doing so."""
    with contextlib.suppress(OSError):
        for name in os.listdir(root):  # noqa: PTH208
            session = name.partition("-")[0]
            if session.isdecimal() and not _alive(int(session)):
                remove(f"{root}/{name}")


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
