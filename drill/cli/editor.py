"""The learner's editor: what `$VISUAL` or `$EDITOR` says."""

from __future__ import annotations

import os
import shlex
from pathlib import Path

from drill.errors import BadInput


def edit(file: Path) -> None:
    """Opens the file and waits until the editor has ended. Raises BadInput when there is no editor."""
    import subprocess  # only where it is asked for

    words = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "")
    if not words:
        raise BadInput("No editor is set: neither VISUAL nor EDITOR names one.", "export EDITOR=nano")
    try:
        subprocess.run([*words, str(file)], check=False)
    except OSError as error:
        raise BadInput(
            f"The editor {words[0]!r} does not start: {error.strerror}.", "export EDITOR=nano"
        ) from error
