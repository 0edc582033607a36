"""The machine and the settings: doctor, config, warm."""

from __future__ import annotations

import os
from difflib import get_close_matches
from typing import Annotated, Any

import typer

from drill import settings
from drill.cli import complete
from drill.cli import json as shapes
from drill.cli.options import Json, one_of
from drill.cli.render import setup as render
from drill.cli.session import Session
from drill.errors import BadInput

_LOOKS, _PAUSE = 200, 0.05  # for a host that is starting; torch takes seconds
ACTIONS = ("list", "get", "set", "unset", "path")
Action = Annotated[
    str,
    typer.Argument(
        metavar="|".join(ACTIONS),
        help="What to do; by default list.",
        autocompletion=complete.one_of(ACTIONS),
    ),
]
Key = Annotated[
    str | None,
    typer.Argument(metavar="[KEY]", help="A setting.", autocompletion=complete.one_of(tuple(settings.KEYS))),
]
Status = Annotated[bool, typer.Option("--status", help="Only say whether it runs.")]
Stop = Annotated[bool, typer.Option("--stop", help="Ask it to leave when it has answered what it is at.")]
Value = Annotated[str | None, typer.Argument(metavar="[VALUE]", help="Its new value; a list by commas.")]


def doctor(ctx: typer.Context, json: Json = False) -> int:
    """Which layers of the sandbox are on, and why not; where your log and files are; which libraries."""
    from drill.cli.diagnose import checks

    session = Session.of(ctx)
    found = checks(session)
    broken = any(check.ok is False for check in found)
    if json:
        session.emit(shapes.doctor(found))
    else:
        session.screen.show(render.checks(found))
        session.advise("next")
    return 1 if broken else 0


def config(
    ctx: typer.Context, action: Action = "list", key: Key = None, value: Value = None, json: Json = False
) -> None:
    """Settings live in a TOML file; DRILL_* variables go before it, and flags before these."""
    session = Session.of(ctx)
    one_of(action, ACTIONS, "What to do", "drill config list")
    if action in ("get", "set", "unset") and key is None:
        raise BadInput(f"Which setting do you want to {action}?", session.command("config"))
    if action == "set" and value is None:
        raise BadInput(f"To what do you want to set {key}?", f"drill config set {key} VALUE")
    if action == "set" and key == "topics_off":
        _check_topics(session, str(value))
    if action in ("set", "unset"):
        settings.write(session.settings.config, str(key), value if action == "set" else None)
    if action == "path":
        return session.screen.say(str(session.settings.config))
    rows = [_row(each) for each in ([settings.key_of(key)] if key else settings.KEYS.values())]
    if json:
        return session.emit(shapes.config(rows, session.settings.config))
    if action == "get":
        return session.screen.say(rows[0].value)
    session.screen.show(render.table(rows), wide=True)
    if action in ("set", "unset"):
        return session.advise("next")
    return session.advise(
        "config", "set", key or "new_per_day", "3" if key in (None, "new_per_day") else "VALUE"
    )


def _check_topics(session: Session, text: str) -> None:
    """Raises BadInput for a word that is no topic."""
    topics = sorted({summary.topic for summary in session.bank.summaries()})
    for word in settings.KEYS["topics_off"].from_text(text, "topics_off"):
        if word not in topics:
            near = get_close_matches(word, topics, n=2)
            asks = f" Did you mean {' or '.join(near)}?" if near else ""
            raise BadInput(f"There is no topic {word!r}.{asks}", f"The topics are: {', '.join(topics)}.")


def _row(key: settings.Key) -> render.Row:
    """A setting as it holds now, and what made it so."""
    current = settings.load(os.environ)
    if os.environ.get(key.variable):
        source = key.variable
    else:
        source = "file" if key.name in settings.read(current.config) else "default"
    value = getattr(current, key.name)
    text = key.separator.join(map(str, value)) if key.is_list else str(value)
    return render.Row(key.name, text, source, key.says)


def warm(ctx: typer.Context, status: Status = False, stop: Stop = False, json: Json = False) -> None:
    """The first grading starts it too, and it goes after idle_minutes. Without options it starts now."""
    from drill.runner.client import stop_warm_hosts, warm_hosts

    session = Session.of(ctx)
    if status and stop:
        raise BadInput("It is either --status or --stop.", session.command("warm", "--status"))
    hosts = (stop_warm_hosts if stop else warm_hosts)(session.settings)
    if not hosts and not status and not stop:
        hosts = _warmed(session)
    if json:
        return session.emit(shapes.warm(hosts, stop))
    session.screen.show(render.warm(hosts, stop, session.settings.idle_minutes))
    return session.advise("warm", *([] if stop or not hosts else ["--stop"]))


def _warmed(session: Session) -> list[dict[str, Any]]:
    """Starts a warm host and waits until it answers. Raises BadInput where none is to be kept."""
    from time import sleep

    from drill.grading.client import JUDGE
    from drill.runner.client import Host, warm_hosts

    if session.settings.idle_minutes == 0:
        raise BadInput("No warm grader is kept: idle_minutes is 0.", "drill config set idle_minutes 10")
    with Host(session.settings, JUDGE, session.settings.framework == "torch"):
        for _ in range(_LOOKS):
            if hosts := warm_hosts(session.settings):
                return hosts
            sleep(_PAUSE)
    raise BadInput("The warm grader did not start; without it everything works, only slower.", "drill doctor")
