"""Settings: defaults, then the TOML file, then DRILL_* variables, then flags. Parsed once, at the edge.

`DRILL_HOME` moves everything ($DRILL_HOME/{log.db,config.toml,cache,run,workspace}); without it the
platform's standard folders hold state and the workspace is ~/drill. Each key of the file has a variable
of the same name: `new_per_day` is DRILL_NEW_PER_DAY; lists are separated by commas (`banks` by the
platform's path separator). `DRILL_NOW` (ISO 8601; without an offset it is UTC) sets the clock for tests.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import datetime, timezone, tzinfo
from pathlib import Path
from typing import Any

from drill.bank.schema import Framework
from drill.errors import BadInput


@dataclass(frozen=True, slots=True)
class Settings:
    """`home` holds the log. Zero in a limit means none. `zone` None is the system's own time zone."""

    home: Path
    workspace: Path
    cache: Path
    runtime: Path
    config: Path
    banks: tuple[Path, ...] = ()  # beside the built-in one
    framework: Framework = "numpy"
    device: str = "cpu"
    new_per_day: int = 6
    minutes_per_day: int = 0
    desired_retention: float = 0.9
    topics_off: tuple[str, ...] = ()
    idle_minutes: int = 10  # after which the warm host goes; 0: never keep one
    zone: tzinfo | None = None

    @property
    def log(self) -> Path:
        return self.home / "log.db"
