"""Pages as files, and a browser to read them in.

They go to the workspace, which a browser may read: those that come as a snap or a flatpak see no hidden
folder, and that is where caches are.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from drill.cli.session import Session
from drill.errors import BadInput


def page_file(session: Session, name: str) -> Path:
    return session.settings.workspace / "pages" / f"{name}.html"


def write(page: str, file: Path) -> None:
    """Puts the page there, whole or not at all, in place of an earlier one. Raises BadInput."""
    draft = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            draft.write_text(page, encoding="utf-8", errors="replace")
            draft.replace(file)
        finally:
            with suppress(OSError):
                draft.unlink()
    except OSError as error:
        raise BadInput(f"{file} cannot be written: {error.strerror}.", "Choose another place.") from error


def open_page(session: Session, file: Path) -> None:
    """Shows the page in a browser, or says that there is none."""
    import webbrowser

    if not webbrowser.open(file.as_uri()):
        session.errors.say("No browser was found here. Open this file in one:")
