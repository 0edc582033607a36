"""Settings: defaults, then the TOML file, then DRILL_* variables, then flags. Parsed once, at the edge.

`DRILL_HOME` moves everything ($DRILL_HOME/{log.db,config.toml,cache,run,workspace}); without it the
platform's standard folders hold state and the workspace is ~/drill. Each key of the file has a variable
of the same name: `new_per_day` is DRILL_NEW_PER_DAY; lists are separated by commas (`banks` by the
platform's path separator). `DRILL_NOW` (ISO 8601; without an offset it is UTC) sets the clock for tests.
"""

from __future__ import annotations

import os
import re
import sys
import warnings
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, fields
from datetime import datetime, timezone, tzinfo
from errno import ENOSPC
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from drill.errors import BadInput

if TYPE_CHECKING:
    from drill.bank.schema import Framework


@dataclass(frozen=True)
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


def load(environ: Mapping[str, str], flags: Mapping[str, Any] | None = None) -> Settings:
    """Settings from everywhere, the later over the earlier. `flags` that are None do not count.

    Raises `BadInput` naming the file (or the variable) and the key.
    """
    places = _places(environ)
    values: dict[str, Any] = dict(places)
    values.update(read(places["config"]))
    for key in KEYS.values():
        text = environ.get(key.variable)
        if text:
            values[key.name] = key.from_text(text, key.variable)
    values.update({k: v for k, v in (flags or {}).items() if v is not None})
    return Settings(**{k: v for k, v in values.items() if k in _FIELDS})


def parse_now(text: str) -> datetime:
    """DRILL_NOW: ISO 8601, a date or a time; without an offset it is UTC."""
    try:
        moment = datetime.fromisoformat(re.sub(r"[zZ]$", "+00:00", text.strip()))
        if not 1971 <= moment.year <= 8000:
            raise ValueError("outside the years that due dates can be counted in")
    except ValueError:
        raise BadInput(
            f"DRILL_NOW is not a time: {text!r}.", "Use ISO 8601, such as 2026-11-21T09:00:00+00:00."
        ) from None
    return moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)


# -- the file -----------------------------------------------------------------------------------------------


class Key(NamedTuple):
    """One setting a learner can change. `check` returns it typed or raises ValueError with what is wanted."""

    name: str
    default: Any
    says: str
    check: Callable[[Any], Any]
    separator: str = ","  # of a list in a variable or on the command line

    @property
    def variable(self) -> str:
        return f"DRILL_{self.name.upper()}"

    @property
    def is_list(self) -> bool:
        return isinstance(self.default, tuple)

    def from_value(self, value: Any, where: str) -> Any:
        """The setting from a value of the TOML file or a flag."""
        try:
            return self.check(value)
        except ValueError as error:
            raise BadInput(
                f"{where}: {self.name} must be {error}, not {value!r}.",
                f"Type `drill config set {self.name} VALUE`, or edit it there.",
            ) from None

    def from_text(self, text: str, where: str) -> Any:
        """The setting from a variable or a command-line word."""
        if self.is_list:
            return self.from_value(
                [part.strip() for part in text.split(self.separator) if part.strip()], where
            )
        number = isinstance(self.default, (int, float))
        return self.from_value(_number(text) if number else text, where)


def read(config: Path) -> dict[str, Any]:
    """The checked values of a config file; empty when there is none."""
    try:
        text = config.read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(
            f"{config} cannot be read: {_reason(error)}.", "Correct it, or move it away."
        ) from error
    return parse(text, config)


def parse(text: str, config: Path) -> dict[str, Any]:
    """The checked values of a config file's text."""
    tomllib = import_module("tomllib" if sys.version_info >= (3, 11) else "tomli")
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadInput(
            f"{config} is not valid TOML: {error}.", f"Correct {config}, or move it away."
        ) from None
    return {name: key_of(name, f"{config}: ").from_value(value, str(config)) for name, value in table.items()}


def key_of(name: str, where: str = "") -> Key:
    """The key of that name; an unknown one is a `BadInput` that suggests the nearest."""
    if name in KEYS:
        return KEYS[name]
    from difflib import get_close_matches

    near = get_close_matches(name, KEYS, n=1)
    raise BadInput(
        f"{where}unknown setting {name!r}.",
        f"Did you mean {near[0]}?" if near else f"The settings are: {', '.join(KEYS)}.",
    )


def write(config: Path, name: str, text: str | None) -> Any:
    """Set a key in the config file from a command-line word (None removes it); returns its value.

    Other lines and their comments stay as they are. Raises `BadInput`.
    """
    key = key_of(name)
    value = None if text is None else key.from_text(text, name)
    wanted = read(config)
    wanted.pop(name, None)
    if text is not None:
        wanted[name] = value
    line = None if text is None else f"{name} = {_toml(value)}"
    old = config.read_text(encoding="utf-8") if config.exists() else ""
    new = _edited(old, name, line)
    try:
        same = parse(new, config) == wanted
    except BadInput:  # a value over several lines was cut in half
        same = False
    if not same:
        new = "".join(f"{k} = {_toml(v)}\n" for k, v in wanted.items())
    _replace(config, new)
    return key.default if text is None else value


def _edited(text: str, name: str, line: str | None) -> str:
    lines = text.splitlines()
    at = next((i for i, old in enumerate(lines) if re.match(rf"\s*{name}\s*=", old)), len(lines))
    lines[at : at + 1] = [] if line is None else [line]
    return "".join(f"{each}\n" for each in lines)


def _replace(config: Path, text: str) -> None:
    part = config.with_name(config.name + ".part")
    try:
        config.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(text, encoding="utf-8")
        part.replace(config)
    except OSError as error:
        todo = f"Make {config.parent} writable, or set DRILL_HOME."
        if error.errno == ENOSPC:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            todo = "Free some space and run the command again."
        raise BadInput(f"{config} cannot be written: {_reason(error)}.", todo) from error


def _toml(value: Any) -> str:
    """A value as TOML. JSON's strings, numbers and arrays are TOML's too."""
    import json

    return json.dumps(
        [str(v) for v in value] if isinstance(value, tuple) else _plain(value), ensure_ascii=False
    )


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, Path) else value


def _reason(error: Exception) -> str:
    return (error.strerror or str(error)) if isinstance(error, OSError) else "it is not UTF-8 text"


# -- the keys -----------------------------------------------------------------------------------------------


def _number(text: str) -> Any:
    try:
        return float(text) if "." in text or "e" in text.lower() else int(text)
    except ValueError:
        return text


def _path(value: Any) -> Path:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("a folder")
    try:
        return Path(value).expanduser().absolute()
    except RuntimeError:
        raise ValueError("a folder that needs no home directory") from None


def _paths(value: Any) -> tuple[Path, ...]:
    if not isinstance(value, list):
        raise ValueError("a list of folders")
    return tuple(_path(v) for v in value)


def _words(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
        raise ValueError("a list of words")
    return tuple(value)


def _one_of(*words: str) -> Callable[[Any], str]:
    def check(value: Any) -> str:
        if value not in words:
            raise ValueError(" or ".join(words))
        return str(value)

    return check


def _count(value: Any) -> int:
    if type(value) is not int or not 0 <= value <= 100_000:
        raise ValueError("a whole number from 0 (no limit)")
    return value


def _retention(value: Any) -> float:
    if type(value) not in (int, float) or not 0.7 <= value <= 0.97:
        raise ValueError("a number from 0.7 to 0.97")
    return float(value)


_KEYS = (
    Key("workspace", None, "folder of your solution files", _path),
    Key("banks", (), "folders of problems beside the built-in ones", _paths, os.pathsep),
    Key("framework", "numpy", "what starters are written for: numpy or torch", _one_of("numpy", "torch")),
    Key("device", "cpu", "where torch submissions run: cpu, cuda or mps", _one_of("cpu", "cuda", "mps")),
    Key("new_per_day", 6, "new problems a day that `next` serves; 0: no limit", _count),
    Key("minutes_per_day", 0, "minutes a day after which `next` stops; 0: no limit", _count),
    Key("desired_retention", 0.9, "how likely you want to remember a problem when it comes back", _retention),
    Key("topics_off", (), "topics that `next` leaves out", _words),
    Key("idle_minutes", 10, "minutes after which the warm grader goes; 0: keep none", _count),
)
KEYS = {key.name: key for key in _KEYS}
_FIELDS = {field.name for field in fields(Settings)}


# -- the places ---------------------------------------------------------------------------------------------


def _places(environ: Mapping[str, str]) -> dict[str, Path]:
    """Where state, configuration, cache, runtime files and the workspace are."""
    if environ.get("DRILL_HOME"):
        home = Path(environ["DRILL_HOME"]).expanduser().absolute()
        return {
            "home": home,
            "config": home / "config.toml",
            "cache": home / "cache",
            "runtime": home / "run",
            "workspace": home / "workspace",
        }
    import platformdirs

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # without XDG_RUNTIME_DIR it picks another folder, and says so
            places = {
                "home": platformdirs.user_data_path("drill"),
                "config": platformdirs.user_config_path("drill") / "config.toml",
                "cache": platformdirs.user_cache_path("drill"),
                "runtime": platformdirs.user_runtime_path("drill"),
                "workspace": Path("~/drill").expanduser(),
            }
        if not all(path.is_absolute() for path in places.values()):
            raise RuntimeError
    except RuntimeError:
        todo = "Set DRILL_HOME to a folder that drill may write to."
        raise BadInput("There is no home directory.", todo) from None
    return places
